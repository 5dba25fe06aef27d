package golubika.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What must be known of a JPEG before it is decoded.
///
/// @param orientation how the camera was held, 1 to 8 as EXIF (JEITA CP-3451, tag 0x0112) counts it; 1 where it is
/// silent
/// @param scans       how often the decoder has to go over the whole picture, previews in the metadata included
/// @param heldWhole   the decoder may have to hold all of it at once, and cannot go line by line
record JpegHead(int orientation, int scans, boolean heldWhole) {

    // A progressive picture has some ten; a file of a thousand is made to keep the decoder busy.
    private static final int MOST_SCANS = 64;

    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int START_OF_SCAN = 0xDA;
    private static final int QUANTIZATION_TABLES = 0xDB;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION = 0x0112;

    static JpegHead of(byte[] file) {
        return new JpegHead(orientation(file), scans(file), isHeldWhole(file));
    }

    boolean hasTooManyScans() {
        return scans > MOST_SCANS;
    }

    // Within the data of a scan, 0xFF is followed by 0 or by a restart marker.
    private static int scans(byte[] file) {
        var scans = 0;
        for (var i = 0; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xFF && file[i + 1] == (byte) START_OF_SCAN) {
                scans++;
            }
        }
        return scans;
    }

    // Line by line comes what is not progressive and has all of its colours in one scan. Where a head leaves the common
    // path, the decoder may see another one than we: it is taken for the worse.
    private static boolean isHeldWhole(byte[] file) {
        try {
            var colours = 0;
            for (var place = 2; file[place] == (byte) 0xFF; place += 2 + length(file, place)) {
                var marker = file[place + 1] & 0xFF;
                if (marker == START_OF_SCAN) {
                    return file[place + 4] != colours;
                }
                if (marker == BASELINE || marker == EXTENDED) {
                    colours = file[place + 9];
                } else if (!isPlain(marker)) {
                    return true;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            return true; // whether the picture itself is whole, the decoder says
        }
        return true;
    }

    private static boolean isPlain(int marker) {
        return marker >= APP0 && marker <= APP15
                || marker == HUFFMAN_TABLES
                || marker == QUANTIZATION_TABLES
                || marker == RESTART_INTERVAL
                || marker == COMMENT;
    }

    private static int length(byte[] file, int place) {
        return (file[place + 2] & 0xFF) << 8 | file[place + 3] & 0xFF;
    }

    private static int orientation(byte[] file) {
        try {
            var place = 2;
            while (file[place] == (byte) 0xFF) {
                var marker = file[place + 1] & 0xFF;
                var length = length(file, place);
                if (marker == START_OF_SCAN) {
                    break;
                }
                if (marker == APP1 && isExif(file, place + 4)) {
                    return ofExif(ByteBuffer.wrap(file, place + 10, length - 8).slice());
                }
                place += 2 + length;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException e) {
            return 1; // whether the picture itself is whole, the decoder says
        }
        return 1;
    }

    private static boolean isExif(byte[] file, int place) {
        return file[place] == 'E'
                && file[place + 1] == 'x'
                && file[place + 2] == 'i'
                && file[place + 3] == 'f'
                && file[place + 4] == 0;
    }

    private static int ofExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var entry = 0; entry < entries; entry++) {
            var place = directory + 2 + 12 * entry;
            if ((tiff.getShort(place) & 0xFFFF) == ORIENTATION) {
                var orientation = tiff.getShort(place + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : 1;
            }
        }
        return 1;
    }
}
