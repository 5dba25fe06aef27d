package golubika.registers;

import golubika.site.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults found in one file: all counted, the first ones kept.
final class Faults {

    private static final int LONGEST_VALUE = 40;

    private final Texts texts;
    private final List<Fault> told = new ArrayList<>();
    private long count;

    Faults(Texts texts) {
        this.texts = texts;
    }

    /// @param value    what stands in the file, where it may be repeated: never a secret, never a name
    /// @param expected what should stand there
    void add(long line, String field, Reason reason, String value, String expected) {
        count++;
        if (told.size() < Report.FAULTS_TOLD) {
            var sentence = texts.of("registers.reason." + reason, shortened(value), expected);
            told.add(new Fault(line, field, reason, sentence));
        }
    }

    void addUntold(long more) {
        count += more;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<Fault> byLine() {
        return told.stream().sorted(Comparator.comparingLong(Fault::line)).toList();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
