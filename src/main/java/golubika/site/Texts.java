package golubika.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The message catalogue: one file for each module, read once. A page asks for some two hundred texts, so finding one
/// is a single look into a map. A key that is missing is a bug and fails loudly.
@Component
public class Texts {

    private final Map<String, String> texts;

    /// @param modules names of the files in `messages/`
    Texts(@Value("${golubika.texts}") List<String> modules) throws IOException {
        var all = new HashMap<String, String>();
        for (var module : modules) {
            var file = new EachKeyOnce();
            var resource = new ClassPathResource("messages/" + module + ".properties");
            try (var in = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                file.load(in);
            }
            for (var key : file.stringPropertyNames()) {
                // Templates name their keys by literals, and those are then found without comparing letters.
                if (all.put(key.intern(), file.getProperty(key)) != null) {
                    throw new IllegalStateException("the text " + key + " stands in two files");
                }
            }
        }
        texts = all;
    }

    /// The text of `key`, with its `{0}`, `{1}` … filled in. Numbers are grouped as people write them.
    public String of(String key, Object... arguments) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return arguments.length == 0 ? text : filled(text, arguments);
    }

    /// The word of `key` that agrees with a number; its three forms stand as `день|дня|дней`.
    public String plural(String key, long number) {
        var forms = of(key).split("\\|");
        return Format.plural(number, forms[0], forms[1], forms[2]);
    }

    /// One key given twice would silently keep the second text.
    private static final class EachKeyOnce extends Properties {

        private static final long serialVersionUID = 1;

        @Override
        public synchronized @Nullable Object put(Object key, Object text) {
            if (containsKey(key)) {
                throw new IllegalStateException("the text " + key + " stands twice in its file");
            }
            return super.put(key, text);
        }
    }

    private static String filled(String text, Object[] arguments) {
        var filled = new StringBuilder(text.length() + 32);
        var from = 0;
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            var close = text.indexOf('}', open);
            filled.append(text, from, open).append(written(arguments[Integer.parseInt(text, open + 1, close, 10)]));
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static String written(Object argument) {
        return argument instanceof Integer || argument instanceof Long
                ? Format.number(((Number) argument).longValue())
                : argument.toString();
    }
}
