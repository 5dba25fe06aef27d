package golubika.support;

/// «О чём вопрос». In the order in which people choose.
public enum Topic {
    CHARGES,
    READINGS,
    PAYMENT,
    PIN,
    METER,
    ENTRANCE,
    OTHER
}
