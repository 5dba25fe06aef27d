package golubika.metering;

import golubika.values.BillingMonth;
import java.util.UUID;

/// That there is a picture of a meter, sent with its reading of that month.
public record Photo(UUID id, String meterId, BillingMonth month) {}
