package golubika.subscribers.passkeys;

/// What a person calls a passkey: one line without invisible signs.
final class PasskeyName {

    private static final int LONGEST = 60;

    private PasskeyName() {}

    /// @param instead when nothing is left of it
    static String of(String typed, String instead) {
        var visible = typed.codePoints()
                .filter(sign -> Character.getType(sign) != Character.FORMAT && !Character.isISOControl(sign))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return visible.isEmpty() ? instead : visible;
    }
}
