package golubika.demo.bank;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The protocols that the bank speaks, and how each says what was ordered.
enum Language {
    YOOKASSA {
        @Override
        BankOrder order(JsonNode asked) {
            var value = new BigDecimal(asked.path("amount").path("value").stringValue("0"));
            return new BankOrder(
                    asked.path("metadata").path("payment").stringValue(""),
                    value.movePointRight(2).longValueExact(),
                    asked.path("description").stringValue(""),
                    asked.path("confirmation").path("return_url").stringValue(""));
        }
    },
    SBERBANK {
        @Override
        BankOrder order(JsonNode asked) {
            return new BankOrder(
                    asked.path("orderNumber").stringValue(""),
                    Long.parseLong(asked.path("amount").stringValue("0")),
                    asked.path("description").stringValue(""),
                    asked.path("returnUrl").stringValue(""));
        }
    },
    TBANK {
        @Override
        BankOrder order(JsonNode asked) {
            return new BankOrder(
                    asked.path("OrderId").stringValue(""),
                    asked.path("Amount").longValue(0),
                    asked.path("Description").stringValue(""),
                    asked.path("SuccessURL").stringValue(""));
        }

        // Two at once for a payment, none for a link that nobody used in time.
        @Override
        List<String> events(String status, String reason) {
            if (status.equals(BankPayment.SUCCEEDED)) {
                return List.of(BankPayment.AUTHORIZED, status);
            }
            return reason.equals(BankPayment.EXPIRED) ? List.of() : List.of(status);
        }
    };

    abstract BankOrder order(JsonNode asked);

    /// Of what the shop is told when a payment is settled.
    List<String> events(String status, String reason) {
        return List.of(status);
    }
}
