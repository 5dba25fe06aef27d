package golubika.metering;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A reading that a subscriber wants to send.
///
/// @param value whole m³, as the counter shows
/// @param usual m³ that this home usually uses in such a period, where known
/// @param sure  the person has been asked and insists
public record Offer(String meterId, long value, @Nullable BigDecimal usual, boolean sure) {}
