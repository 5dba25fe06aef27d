/// Meters and their readings: what may be sent, when it counts, what became of it.
@org.jspecify.annotations.NullMarked
package golubika.metering;
