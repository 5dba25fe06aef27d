package golubika.registers;

/// Whether a key may have come twice in a file, by 64-bit hashes of the keys. Where no two hashes are equal no two keys
/// are, and the database need not group a million lines to say so. Equal hashes, or more keys than are remembered,
/// prove nothing: then it is asked.
final class SeenKeys {

    private static final int MOST = 1 << 22;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[1 << 10];
    private int size;
    private boolean mayRepeat;
    private long hash = FNV_OFFSET;

    /// Adds a part to the key that is being put together.
    void part(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * FNV_PRIME;
        }
        hash = (hash ^ ';') * FNV_PRIME;
    }

    void part(long number) {
        hash = mixed(hash ^ number);
    }

    /// The key is complete; the next part begins another.
    void end() {
        if (!mayRepeat) {
            remember(Math.max(1, mixed(hash) >>> 1));
        }
        hash = FNV_OFFSET;
    }

    boolean mayRepeat() {
        return mayRepeat;
    }

    private void remember(long key) {
        var mask = slots.length - 1;
        var at = (int) key & mask;
        while (slots[at] != 0) {
            if (slots[at] == key) {
                mayRepeat = true;
                return;
            }
            at = at + 1 & mask;
        }
        slots[at] = key;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
    }

    private void grow() {
        if (size > MOST) {
            mayRepeat = true;
            slots = new long[0];
            return;
        }
        var old = slots;
        slots = new long[2 * old.length];
        size = 0;
        for (var key : old) {
            if (key != 0) {
                remember(key);
            }
        }
    }

    // The last step of MurmurHash3: spreads every bit over all.
    private static long mixed(long value) {
        var x = value;
        x = (x ^ x >>> 33) * 0xff51afd7ed558ccdL;
        x = (x ^ x >>> 33) * 0xc4ceb9fe1a85ec53L;
        return x ^ x >>> 33;
    }
}
