package golubika.registers;

/// The file cannot be read any further; what is wrong with it has been added to its faults.
@SuppressWarnings("serial")
final class Unreadable extends RuntimeException {
    Unreadable() {
        super(null, null, false, false);
    }
}
