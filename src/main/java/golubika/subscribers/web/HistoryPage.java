package golubika.subscribers.web;

import java.util.List;

/// «История входов»: what happened to the cabinet, the newest first.
///
/// @param number of the page, from 1
/// @param older  whether there is another page after it
public record HistoryPage(List<Row> rows, int number, boolean older) {

    public HistoryPage {
        rows = List.copyOf(rows);
    }

    /// @param from «Android, Chrome», or who else did it
    public record Row(String at, String what, String from, String address) {}

    public boolean newer() {
        return number > 1;
    }

    public int newerPage() {
        return number - 1;
    }

    public int olderPage() {
        return number + 1;
    }
}
