package golubika.registers;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The lines of a register, one after another, cut into fields where they lie: millions of lines make no garbage.
///
/// A line ends with LF or CRLF; fields are divided by `;`, blanks around a field are cut off. A field that begins
/// with a quote ends at the next one, and a doubled quote inside of it stands for one. A byte order mark is skipped.
final class Lines implements Closeable {

    static final int LONGEST = 128 * 1024;
    static final int MOST_FIELDS = 64;

    /// How the current line could be cut.
    enum Cut {
        WELL,
        BROKEN_QUOTES,
        NOT_UTF8
    }

    private final InputStream in;
    private final byte[] buffer = new byte[2 * LONGEST];
    private final int[] starts = new int[MOST_FIELDS];
    private final int[] ends = new int[MOST_FIELDS];
    private int from;
    private int to;
    private int next;
    private int limit;
    private int fields;
    private long number;
    private long bytes;

    Lines(InputStream in) {
        this.in = in;
    }

    /// Goes to the next line; false at the end of the file. Throws for a line longer than any register has.
    boolean next() throws IOException, TooLong {
        if (!find()) {
            return false;
        }
        if (number == 0 && startsWith("\ufeff".getBytes(StandardCharsets.UTF_8))) {
            from += 3;
        }
        if (to > from && buffer[to - 1] == '\r') {
            to--;
        }
        number++;
        return true;
    }

    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
    }

    private boolean find() throws IOException, TooLong {
        var at = next;
        while (true) {
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            if (at < limit) {
                return take(at, at + 1);
            }
            if (at - next > LONGEST) {
                throw new TooLong();
            }
            at -= next;
            System.arraycopy(buffer, next, buffer, 0, limit - next);
            limit -= next;
            next = 0;
            var read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return limit > 0 && take(limit, limit);
            }
            limit += read;
            bytes += read;
        }
    }

    private boolean take(int end, int following) {
        from = next;
        to = end;
        next = following;
        return true;
    }

    /// Cuts the current line into its fields.
    Cut cut() {
        if (!Utf8.isValid(buffer, from, to)) {
            return Cut.NOT_UTF8;
        }
        fields = 0;
        var at = from;
        while (true) {
            while (at < to && buffer[at] == ' ') {
                at++;
            }
            if (at < to && buffer[at] == '"') {
                at = quoted(at);
                if (at < 0) {
                    return Cut.BROKEN_QUOTES;
                }
            } else {
                var start = at;
                while (at < to && buffer[at] != ';') {
                    at++;
                }
                keep(start, withoutBlanks(start, at));
            }
            if (at >= to) {
                return Cut.WELL;
            }
            at++;
        }
    }

    // Doubled quotes are folded in place: what a field says is never longer than how it is written.
    private int quoted(int open) {
        var end = open + 1;
        var at = open + 1;
        while (at < to) {
            if (buffer[at] != '"') {
                buffer[end++] = buffer[at++];
            } else if (at + 1 < to && buffer[at + 1] == '"') {
                buffer[end++] = '"';
                at += 2;
            } else {
                keep(open + 1, end);
                return afterQuote(at + 1);
            }
        }
        return -1;
    }

    private int afterQuote(int after) {
        var at = after;
        while (at < to && buffer[at] == ' ') {
            at++;
        }
        return at >= to || buffer[at] == ';' ? at : -1;
    }

    private int withoutBlanks(int start, int end) {
        var last = end;
        while (last > start && buffer[last - 1] == ' ') {
            last--;
        }
        return last;
    }

    private void keep(int start, int end) {
        if (fields < MOST_FIELDS) {
            starts[fields] = start;
            ends[fields] = end;
        }
        fields++;
    }

    boolean startsWith(byte[] prefix) {
        if (to - from < prefix.length) {
            return false;
        }
        for (var i = 0; i < prefix.length; i++) {
            if (buffer[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank() {
        for (var i = from; i < to; i++) {
            if (buffer[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /// From 1.
    long number() {
        return number;
    }

    /// Bytes taken from the file so far.
    long bytes() {
        return bytes - (limit - next);
    }

    /// Fields of the line as cut; may be more than can be looked at.
    int fields() {
        return fields;
    }

    byte[] buffer() {
        return buffer;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    String text(int field) {
        return new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }

    String line() {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
