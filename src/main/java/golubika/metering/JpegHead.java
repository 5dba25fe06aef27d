package golubika.metering;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What must be known of a JPEG before it is decoded.
///
/// @param orientation how the camera was held, 1 to 8 as EXIF (JEITA CP-3451, tag 0x0112) counts it; 1 where it is
/// silent
/// @param scans       how often the decoder has to go over the whole picture, previews in the metadata included
record JpegHead(int orientation, int scans) {

    // A progressive picture has some ten; a file of a thousand is made to keep the decoder busy.
    private static final int MOST_SCANS = 64;

    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int ORIENTATION = 0x0112;

    static JpegHead of(byte[] file) {
        return new JpegHead(orientation(file), scans(file));
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

    private static int orientation(byte[] file) {
        try {
            var place = 2;
            while (file[place] == (byte) 0xFF) {
                var marker = file[place + 1] & 0xFF;
                var length = (file[place + 2] & 0xFF) << 8 | file[place + 3] & 0xFF;
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
