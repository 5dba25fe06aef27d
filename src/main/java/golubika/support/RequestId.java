package golubika.support;

/// The number of a request, by which people and staff name it: «№ 1042». Numbers count up over all suppliers, so they
/// prove nothing: whoever asks for one is checked.
public record RequestId(long number) {

    /// Reads the form of addresses; throws for anything else.
    public static RequestId from(String text) {
        return new RequestId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
