package golubika.testing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// Records with one thing changed, whatever else they hold.
public final class Copy {

    private Copy() {}

    /// @param component name of it
    /// @param change    from the old value to the new one
    @SuppressWarnings("unchecked")
    public static <R extends Record> R of(R record, String component, UnaryOperator<Object> change) {
        var components = record.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(one -> one.getName().equals(component))) {
            throw new IllegalArgumentException("no component " + component);
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(one -> one.getName().equals(component) ? change.apply(value(record, one)) : value(record, one))
                .toArray();
        try {
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
