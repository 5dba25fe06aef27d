package golubika.accounts;

/// What a link lets its owner do, beside what level and supplier decide. Whoever has connected by number or proof has
/// all of them; who was invited, those that the invitation names, and always the right to look.
///
/// @param readings may send readings
/// @param payment  may pay
public record Rights(boolean invited, boolean readings, boolean payment) {

    /// Of who needed nobody's invitation.
    public static final Rights OWN = new Rights(false, true, true);

    public static Rights invited(boolean readings, boolean payment) {
        return new Rights(true, readings, payment);
    }

    /// What these and others allow together: a second invitation takes nothing away.
    Rights and(Rights others) {
        return new Rights(invited && others.invited, readings || others.readings, payment || others.payment);
    }

    boolean allow(Deed deed) {
        return switch (deed) {
            case SEE, SEE_CHARGED, SEE_HISTORY, SEE_PERSON, SEE_BILLS, APPLY -> true;
            case SEND_READING -> readings;
            case PAY -> payment;
            case SHARE, SEE_PIN, GO_PAPERLESS -> !invited;
        };
    }
}
