package golubika.support;

import golubika.subscribers.Token;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The secret links by which guests read their requests. Each letter bears one of its own; all work until the request
/// is deleted.
@Component
public class Passes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Passes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The path of a new link to a guest's request.
    String link(RequestId request) {
        var token = Token.fresh();
        jdbc.sql("insert into support_pass (token_hash, request_no, made_at) values (:hash, :request, :now)")
                .param("hash", token.hash())
                .param("request", request.number())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return "/support/guest/" + token.value();
    }

    /// The request that a link opens.
    public Optional<Door> door(String secret) {
        return jdbc.sql("""
                select writer_id, request_no
                from support_pass join support_request using (request_no)
                where token_hash = :hash and guest_mail is not null
                """)
                .param("hash", new Token(secret).hash())
                .query((row, n) ->
                        new Door(row.getObject("writer_id", UUID.class), new RequestId(row.getLong("request_no"))))
                .optional();
    }
}
