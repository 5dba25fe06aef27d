package golubika.subscribers.web;

import java.util.List;

/// «Где вы вошли» of the settings.
public record SessionsPart(List<Row> rows) {

    public SessionsPart {
        rows = List.copyOf(rows);
    }

    /// @param device «Android, Chrome»
    /// @param seen   when and from where
    /// @param icon   `smartphone` or `session`
    public record Row(String handle, String device, String seen, String icon, boolean current) {}

    /// Whether there is anything to end.
    public boolean hasOthers() {
        return rows.stream().anyMatch(row -> !row.current());
    }
}
