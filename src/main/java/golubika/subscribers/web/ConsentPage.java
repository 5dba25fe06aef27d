package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.Document;

/// Page 04, «Подпишите согласие».
///
/// @param again another version was signed before
public record ConsentPage(String login, Document document, boolean again, FieldErrors errors) {}
