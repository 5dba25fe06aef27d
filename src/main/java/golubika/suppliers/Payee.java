package golubika.suppliers;

/// Bank details that money for a supplier goes to. Banks and payment agents must use different accounts (103-ФЗ).
public record Payee(
        Purpose purpose,
        String name,
        String inn,
        String kpp,
        String account,
        String bank,
        String bic,
        String correspondentAccount) {

    public enum Purpose {
        BANK,
        PAYMENT_AGENT
    }
}
