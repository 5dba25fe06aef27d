package golubika.registers;

import golubika.suppliers.SupplierCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a register file.
///
/// @param kind       null while the file does not say
/// @param supplier   null while the file does not say
/// @param asOf       the day of the billing's data; null for SUPPLIER and while the file does not say
/// @param rows       data lines in the file
/// @param faults     the first faults, by line; empty unless refused
/// @param faultCount all of them
public record Report(
        String file,
        Outcome outcome,
        @Nullable RegisterKind kind,
        @Nullable SupplierCode supplier,
        @Nullable LocalDate asOf,
        long rows,
        Counts counts,
        List<Fault> faults,
        long faultCount) {

    /// How many faults are told in full.
    public static final int FAULTS_TOLD = 100;

    public enum Outcome {
        /// Every line is in.
        APPLIED,
        /// The very same file had been applied before; nothing was done.
        ALREADY_LOADED,
        /// Something is wrong with it; not a line was applied.
        REFUSED
    }

    /// What the lines of an applied file came to.
    ///
    /// @param older lines left aside because something newer is known already
    public record Counts(long added, long changed, long unchanged, long older) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    public Report {
        faults = List.copyOf(faults);
    }

    public boolean isRefused() {
        return outcome == Outcome.REFUSED;
    }
}
