package golubika.registers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which register files have been applied.
@Component
public class AppliedFiles {

    private final JdbcClient jdbc;

    AppliedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Names of applied files that begin so, each with the day of its data; descriptions of suppliers have none and
    /// are left out.
    public Map<String, LocalDate> beginningWith(String prefix) {
        var files = new LinkedHashMap<String, LocalDate>();
        jdbc.sql("""
                select file_name, as_of from register_import
                where state = 'APPLIED' and as_of is not null and starts_with(file_name, :prefix)
                order by as_of, file_name
                """)
                .param("prefix", prefix)
                .query((row, n) -> files.put(row.getString("file_name"), row.getObject("as_of", LocalDate.class)))
                .list();
        return files;
    }
}
