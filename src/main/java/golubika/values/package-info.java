/// Shared value types: money, months. They know nothing of any capability.
@org.jspecify.annotations.NullMarked
package golubika.values;
