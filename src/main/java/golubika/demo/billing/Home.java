package golubika.demo.billing;

import java.math.BigDecimal;

/// Who lives where.
///
/// @param area m² of the home
public record Home(String holder, String address, BigDecimal area, int residents) {}
