package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// «Забыли пароль?»: which login it is.
public record RecoveryPage(String login, RobotPart robot, FieldErrors errors) {}
