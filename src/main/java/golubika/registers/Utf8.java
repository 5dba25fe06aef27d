package golubika.registers;

/// Whether bytes are UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
final class Utf8 {

    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int to) {
        var at = from;
        while (at < to) {
            var length = bytes[at] >= 0 ? 1 : sequence(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    private static int sequence(byte[] bytes, int at, int to) {
        var lead = bytes[at] & 0xff;
        var length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > to) {
            return 0;
        }
        var second = bytes[at + 1] & 0xff;
        var lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        var highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (var i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
