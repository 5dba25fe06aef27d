package golubika.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/// A stored file as a stream that holds one piece of it at a time: who reads slowly keeps no file in memory, and no
/// connection.
final class Pieces extends InputStream {

    static final int LENGTH = 256 * 1024;

    private final int size;
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int place;
    private int taken;

    /// @param pieces the piece that begins so many bytes behind the beginning, of [#LENGTH] at most; empty once the
    /// file is deleted
    Pieces(int size, IntFunction<Optional<byte[]>> pieces) {
        this.size = size;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[place++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var count = Math.min(length, piece.length - place);
        System.arraycopy(piece, place, to, from, count);
        place += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (place == piece.length && taken < size) {
            piece = pieces.apply(taken).filter(next -> next.length > 0).orElseThrow(() -> new IOException("deleted"));
            place = 0;
            taken += piece.length;
        }
        return place < piece.length;
    }
}
