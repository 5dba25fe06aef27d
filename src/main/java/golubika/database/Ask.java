package golubika.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Something to be read from the database: one statement or several that need nothing of one another, and what is made
/// of their rows. It asks nothing by itself; [Trip] and [Trips#ask] bring it there.
public final class Ask<T> {

    private final List<Question<?>> questions;
    private final Function<List<List<?>>, T> reading;

    private Ask(List<Question<?>> questions, Function<List<List<?>>, T> reading) {
        this.questions = questions;
        this.reading = reading;
    }

    /// How one row reads.
    @FunctionalInterface
    public interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }

    record Question<R>(String sql, List<Object> parameters, Row<R> row) {}

    /// The rows that a statement finds.
    ///
    /// @param parameters for its `?`, in their order; none is null
    public static <R> Ask<List<R>> rows(String sql, Row<R> row, Object... parameters) {
        var question = new Question<>(sql, List.of(parameters), row);
        return new Ask<>(List.of(question), answers -> {
            @SuppressWarnings("unchecked") // the rows were read by this very question
            var rows = (List<R>) answers.getFirst();
            return rows;
        });
    }

    /// What is known without asking.
    public static <T> Ask<T> known(T value) {
        return new Ask<>(List.of(), answers -> value);
    }

    public <U> Ask<U> map(Function<T, U> change) {
        return new Ask<>(questions, answers -> change.apply(reading.apply(answers)));
    }

    /// Both, in one trip.
    public <U, V> Ask<V> and(Ask<U> other, BiFunction<T, U, V> join) {
        var own = questions.size();
        return new Ask<>(
                Stream.concat(questions.stream(), other.questions.stream()).toList(),
                answers -> join.apply(
                        reading.apply(answers.subList(0, own)),
                        other.reading.apply(answers.subList(own, answers.size()))));
    }

    List<Question<?>> questions() {
        return questions;
    }

    T read(List<List<?>> answers) {
        return reading.apply(answers);
    }
}
