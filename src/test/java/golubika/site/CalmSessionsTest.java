package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

class CalmSessionsTest {

    @Test
    void what_is_put_into_a_session_is_stored_at_once() {
        var stored = new HashMap<String, Session>();
        var session = new CalmSessions<>(new MapSessionRepository(stored)).createSession();

        session.setAttribute("who", "Вера");

        assertThat(stored.get(session.getId()).<String>getAttribute("who")).isEqualTo("Вера");
    }
}
