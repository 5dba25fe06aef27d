package golubika.office.web;

import golubika.site.FieldErrors;

/// @param first the one-time password has to be replaced before anything else
public record OfficePasswordPage(Head head, boolean first, FieldErrors errors) {}
