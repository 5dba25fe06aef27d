package golubika.database;

import golubika.database.Ask.Question;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Brings questions to the database, many at a time. A page asks some ten of them, and each way there and back costs
/// both sides more than most of the answers.
@Component
public class Trips {

    private final JdbcTemplate jdbc;

    Trips(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// The answer to one question alone.
    public <T> T ask(Ask<T> ask) {
        var trip = begin();
        var answer = trip.ask(ask);
        trip.go();
        return answer.get();
    }

    public Trip begin() {
        return new Trip();
    }

    /// Some questions that travel together. PostgreSQL takes all statements at once and answers them in order, in one
    /// transaction of their own or in the one that goes on.
    public final class Trip {

        private final List<Question<?>> questions = new ArrayList<>();
        private List<List<?>> answers = List.of();

        private Trip() {}

        /// Takes a question along. Its answer is there after [#go].
        public <T> Supplier<T> ask(Ask<T> ask) {
            var from = questions.size();
            questions.addAll(ask.questions());
            var to = questions.size();
            return () -> ask.read(answers.subList(from, to));
        }

        public void go() {
            answers = answers(questions);
        }
    }

    private List<List<?>> answers(List<Question<?>> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        var sql = questions.stream().map(Question::sql).collect(Collectors.joining(";"));
        return jdbc.execute(sql, (PreparedStatement statement) -> answers(statement, questions));
    }

    private static List<List<?>> answers(PreparedStatement statement, List<Question<?>> questions) throws SQLException {
        var place = 0;
        for (var question : questions) {
            for (var parameter : question.parameters()) {
                statement.setObject(++place, parameter);
            }
        }
        statement.execute();
        var answers = new ArrayList<List<?>>(questions.size());
        for (var question : questions) {
            answers.add(rows(statement, question));
            statement.getMoreResults();
        }
        return answers;
    }

    private static <R> List<R> rows(PreparedStatement statement, Question<R> question) throws SQLException {
        var rows = new ArrayList<R>();
        try (var found = statement.getResultSet()) {
            while (found.next()) {
                rows.add(question.row().read(found));
            }
        }
        return rows;
    }
}
