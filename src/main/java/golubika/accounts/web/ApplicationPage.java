package golubika.accounts.web;

import golubika.accounts.Link;
import golubika.accounts.PinApplication.Written;
import golubika.site.FieldErrors;
import golubika.subscribers.Login;
import java.time.LocalDate;

/// The form of a PIN application.
///
/// @param written  as typed so far
/// @param answerBy the day until which the supplier answers
/// @param to       where the PIN goes
public record ApplicationPage(Link link, Written written, FieldErrors errors, LocalDate answerBy, Login to) {}
