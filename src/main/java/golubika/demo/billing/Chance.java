package golubika.demo.billing;

/// Dice that always fall the same: the same seed and words give the same number on every machine.
record Chance(long seed) {

    /// A number from 0 to `bound - 1`.
    int below(int bound, Object... words) {
        return (int) Long.remainderUnsigned(mixed(words), bound);
    }

    /// A number from `low` to `high`, both included.
    int between(int low, int high, Object... words) {
        return low + below(high - low + 1, words);
    }

    <T> T oneOf(java.util.List<T> choices, Object... words) {
        return choices.get(below(choices.size(), words));
    }

    // FNV-1a over the words, then the finisher of SplitMix64, so that neighbours differ in every bit.
    private long mixed(Object... words) {
        var hash = 0xcbf29ce484222325L ^ seed;
        for (var word : words) {
            var text = word + "|";
            for (var i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
