package golubika.subscribers.passkeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON that browsers and we exchange about passkeys.
final class Protocol {

    private static final Logger LOG = LoggerFactory.getLogger(Protocol.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new WebauthnJacksonModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Protocol() {}

    static String write(Object options) {
        return JSON.writeValueAsString(options);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return JSON.readValue(json, type);
    }

    /// What comes of looking at something that a browser has sent. That may be anything, and the library answers with
    /// any exception it likes: all of them mean that it does not fit. So nothing else belongs in here.
    static <T> Optional<T> judged(Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.info("a passkey does not fit: {}", e.toString());
            return Optional.empty();
        }
    }
}
