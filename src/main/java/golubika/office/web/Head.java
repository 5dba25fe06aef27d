package golubika.office.web;

/// Whose desk a page of the office lies on.
///
/// @param staff name of whoever works there
/// @param desk  the supplier, or the portal itself
public record Head(String staff, String desk) {}
