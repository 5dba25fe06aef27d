package golubika.registers;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;

/// Rows on their way to a staging table, in the text form of PostgreSQL's COPY. They go out in large pieces; the
/// socket between us and the server is what lets the reading of the next rows overlap with its work on the last.
final class StagedRows {

    private static final int PIECE = 64 * 1024;
    private static final byte[] NULL = {'\\', 'N'};

    /// Where full pieces go.
    interface Sink {
        void write(byte[] bytes, int from, int length) throws SQLException;
    }

    private final Sink sink;
    private byte[] out = new byte[2 * PIECE];
    private int size;
    private int rowStart;
    private long account;
    private long kopecks;

    StagedRows(Sink sink) {
        this.sink = sink;
    }

    /// Begins the row of a line.
    void begin(long line) {
        rowStart = size;
        number(line);
    }

    /// Begins the next column.
    void column() {
        room(1);
        out[size++] = '\t';
    }

    void number(long value) {
        ascii(Long.toString(value));
    }

    /// A sum of money; it can be asked for afterwards.
    void money(long sum) {
        kopecks = sum;
        number(sum);
    }

    void none() {
        raw(NULL, 0, NULL.length);
    }

    /// The account that the row is of; columns after it may depend on it.
    void account(long id, String number) {
        account = id;
        number(id);
        column();
        ascii(number);
    }

    /// Text of plain ASCII without anything that COPY gives a meaning to.
    void ascii(String text) {
        var length = text.length();
        room(length);
        for (var i = 0; i < length; i++) {
            out[size++] = (byte) text.charAt(i);
        }
    }

    /// Bytes that COPY gives no meaning to.
    void raw(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, out, size, to - from);
        size += to - from;
    }

    /// Text without control characters.
    void text(byte[] bytes, int from, int to) {
        room(2 * (to - from));
        for (var i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                out[size++] = '\\';
            }
            out[size++] = bytes[i];
        }
    }

    void text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        text(bytes, 0, bytes.length);
    }

    void end() throws SQLException {
        room(1);
        out[size++] = '\n';
        if (size >= PIECE) {
            flush();
        }
    }

    /// Forgets the row that was begun.
    void drop() {
        size = rowStart;
    }

    void flush() throws SQLException {
        sink.write(out, 0, size);
        size = 0;
    }

    long account() {
        return account;
    }

    long kopecks() {
        return kopecks;
    }

    private void room(int more) {
        if (size + more > out.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size + more));
        }
    }
}
