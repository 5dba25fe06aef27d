package golubika.office.web;

import java.util.List;

/// «Журнал».
public record LogPage(Head head, List<Row> rows, int page, boolean older) {

    /// @param from network address, or empty where it was done on the server itself
    public record Row(String what, String who, String at, String from) {}

    public boolean newer() {
        return page > 1;
    }

    public int newerPage() {
        return page - 1;
    }

    public int olderPage() {
        return page + 1;
    }
}
