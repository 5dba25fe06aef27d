package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.RobotPart;

/// «Забыли пароль?»: which login it is.
public record RecoveryPage(String login, RobotPart robot, FieldErrors errors) {}
