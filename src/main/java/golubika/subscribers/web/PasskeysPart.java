package golubika.subscribers.web;

import java.util.List;

/// «Ключи доступа» of the settings.
///
/// @param proved whether the person has shown lately who they are, and may add one
/// @param device what a new one is called unless the person says otherwise
public record PasskeysPart(List<Row> rows, boolean proved, String device) {

    public PasskeysPart {
        rows = List.copyOf(rows);
    }

    /// @param seen when it was added and last used
    public record Row(String id, String name, String seen) {}
}
