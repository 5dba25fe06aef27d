package golubika.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.testing.PortalTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@PortalTest
class TripsTest {

    @Autowired
    Trips trips;

    @Test
    void each_question_of_a_trip_gets_its_own_answer() {
        var trip = trips.begin();
        var numbers = trip.ask(numbers(1, 3));
        var known = trip.ask(Ask.known("known"));
        var joined = trip.ask(numbers(4, 5).and(numbers(6, 6).map(List::size), (some, count) -> some + " " + count));
        var none = trip.ask(numbers(2, 1));

        trip.go();

        assertThat(numbers.get()).containsExactly(1, 2, 3);
        assertThat(known.get()).isEqualTo("known");
        assertThat(joined.get()).isEqualTo("[4, 5] 1");
        assertThat(none.get()).isEmpty();
    }

    @Test
    void one_question_that_fails_fails_the_trip() {
        var trip = trips.begin();
        trip.ask(numbers(1, 3));
        trip.ask(Ask.rows("select 1 / ?", row -> row.getInt(1), 0));

        assertThatThrownBy(trip::go).isInstanceOf(DataAccessException.class);
        assertThat(trips.ask(numbers(7, 7))).containsExactly(7);
    }

    private static Ask<List<Integer>> numbers(int first, int last) {
        return Ask.rows("select generate_series(?::int, ?::int)", row -> row.getInt(1), first, last);
    }
}
