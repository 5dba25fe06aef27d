package golubika.support;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// How this installation answers.
///
/// @param mail         of the portal's own support; null where there is none
/// @param phone        the same
/// @param answerWithin what people are told to expect; null where nothing is promised
/// @param keepFiles    files of a request are deleted so long after it was closed
/// @param keep         and all of the request so long after it was closed
/// @param tellDesks    whether a supplier's support address is told of new requests
@Component
public record SupportSettings(
        @Nullable String mail,
        @Nullable String phone,
        @Nullable Duration answerWithin,
        Duration keepFiles,
        Duration keep,
        boolean tellDesks) {

    /// By when a queue wants an answer where nothing is promised.
    private static final Duration UNPROMISED = Duration.ofDays(3);

    public SupportSettings(
            @Value("${golubika.support.mail:}") @Nullable String mail,
            @Value("${golubika.support.phone:}") @Nullable String phone,
            @Value("${golubika.support.answer-within:#{null}}") @Nullable Duration answerWithin,
            @Value("${golubika.support.keep-files:365d}") Duration keepFiles,
            @Value("${golubika.support.keep:1095d}") Duration keep,
            @Value("${golubika.support.tell-desks:true}") boolean tellDesks) {
        this.mail = StringUtils.hasText(mail) ? mail : null;
        this.phone = StringUtils.hasText(phone) ? phone : null;
        this.answerWithin = answerWithin;
        this.keepFiles = keepFiles;
        this.keep = keep;
        this.tellDesks = tellDesks;
    }

    Duration due() {
        return answerWithin == null ? UNPROMISED : answerWithin;
    }
}
