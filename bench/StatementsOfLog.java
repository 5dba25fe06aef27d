import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a PostgreSQL log in JSON lines and writes, as a pgbench script, the statements between the last
/// `select 'page begins'` and `select 'page ends'`, with their parameters in place. Statements that travelled together,
/// in one transaction that nobody began, travel together there as well: as a pipeline.
class StatementsOfLog {

    static final Pattern FIELD = Pattern.compile("\"(message|detail|vxid)\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");

    public static void main(String[] args) throws Exception {
        var page = new LinkedHashMap<String, List<String>>();
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var message = field("message", line);
            if (message.contains("page begins")) {
                page.clear();
            } else if (message.contains("page ends")) {
                continue;
            } else if (message.startsWith("execute ") || message.startsWith("statement: ")) {
                page.computeIfAbsent(field("vxid", line), trip -> new ArrayList<>())
                        .add(statement(message, field("detail", line)));
            }
        }
        page.values().forEach(StatementsOfLog::print);
    }

    static void print(List<String> trip) {
        var together = trip.size() > 1 && trip.stream().noneMatch(statement -> statement.equalsIgnoreCase("begin"));
        if (together) {
            System.out.println("\\startpipeline");
        }
        trip.forEach(statement -> System.out.println(statement + ";"));
        if (together) {
            System.out.println("\\endpipeline");
        }
    }

    static String statement(String message, String detail) {
        var sql = message.substring(message.indexOf(": ") + 2).strip().replaceAll("\\s*\\n\\s*", " ");
        var values = PARAMETER.matcher(detail).results().toList();
        // From the last one, so that $1 does not spoil $12.
        for (var i = values.size() - 1; i >= 0; i--) {
            sql = sql.replaceAll("\\$" + values.get(i).group(1) + "(?!\\d)", Matcher.quoteReplacement(values.get(i).group(2)));
        }
        return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    }

    static String field(String name, String line) {
        return FIELD.matcher(line).results()
                .filter(match -> match.group(1).equals(name))
                .findFirst()
                .map(match -> unescape(match.group(2)))
                .orElse("");
    }

    static String unescape(String json) {
        return json.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
