package golubika.subscribers;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The secret that signs what guests carry: robot checks and the challenges of passkeys. Drawn once for an installation
/// and shared by its nodes; each use signs its own name along.
@Component
public class RobotKey {

    private final JdbcClient jdbc;
    private volatile @Nullable String text;

    RobotKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String text() {
        var known = text;
        if (known == null) {
            known = read();
            text = known;
        }
        return known;
    }

    private String read() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        jdbc.sql("insert into robot_check_key (only_one, secret) values (true, :secret) on conflict do nothing")
                .param("secret", secret)
                .update();
        return HexFormat.of()
                .formatHex(jdbc.sql("select secret from robot_check_key")
                        .query(byte[].class)
                        .single());
    }
}
