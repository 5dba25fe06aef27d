package golubika.office.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// «Заявки и обращения».
///
/// @param tiles        the figures at the head
/// @param applications null at the portal's own desk, which has no accounts
/// @param requests    requests to support
/// @param done         what has just been done
/// @param refused      what could not be done, and why
public record QueuePage(
        Head head,
        Show show,
        List<Tile> tiles,
        @Nullable Applications applications,
        RequestList requests,
        @Nullable String done,
        @Nullable String refused) {

    /// @param bad worth a look
    public record Tile(String name, String value, boolean bad) {}

    /// PIN applications.
    ///
    /// @param count   of all that wait
    /// @param earlier first row of the page before, null on the first
    /// @param later   first row of the next page, null on the last
    public record Applications(
            int count,
            List<Application> rows,
            @Nullable Integer earlier,
            @Nullable Integer later) {}

    /// @param path     of its own page
    /// @param account  number as printed
    /// @param compared in words
    /// @param same     nothing differs: it may be granted from here
    /// @param due      while it waits
    /// @param span     how long it waits, or took
    /// @param outcome  in words, of who is closed
    public record Application(
            String path,
            String account,
            String number,
            String compared,
            boolean same,
            @Nullable Due due,
            String span,
            @Nullable String outcome) {}

    /// Requests to support.
    ///
    /// @param count   of all that wait
    /// @param earlier first row of the page before, null on the first
    /// @param later   first row of the next page, null on the last
    public record RequestList(
            int count,
            List<RequestRow> rows,
            @Nullable Integer earlier,
            @Nullable Integer later) {}

    /// @param about the account as printed, or the topic
    /// @param due   while it waits
    /// @param span  since when it waits, or what became of it
    public record RequestRow(
            String path,
            String number,
            String subject,
            String about,
            @Nullable Due due,
            String span) {}
}
