package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.RobotPart;

/// Page 01, «Регистрация», and 01b with its errors.
///
/// @param rule what a password must be
public record RegisterPage(String login, String rule, RobotPart robot, FieldErrors errors) {}
