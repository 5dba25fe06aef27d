package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.RobotPart;
import org.jspecify.annotations.Nullable;

/// Page 03, «Вход в личный кабинет».
///
/// @param notice  key of a text that tells what has just happened
/// @param refusal why the last attempt did not succeed
/// @param robot   the robot check, when several attempts have failed
/// @param next    page to go on to
public record LoginPage(
        String login,
        String next,
        @Nullable String notice,
        @Nullable String refusal,
        @Nullable RobotPart robot,
        FieldErrors errors) {}
