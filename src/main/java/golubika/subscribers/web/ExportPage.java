package golubika.subscribers.web;

import golubika.site.FieldErrors;
import org.jspecify.annotations.Nullable;

/// «Скачать мои данные»: to be ordered, being made, or there.
///
/// @param login  as people read it
/// @param state  `none`, `waiting`, `ready` or `failed`
/// @param size   `48 КБ`; null while it is not there
/// @param until  the last day on which it is kept; null while it is not there
public record ExportPage(
        String login,
        String state,
        @Nullable String size,
        @Nullable String until,
        FieldErrors errors) {}
