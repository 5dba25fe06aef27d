package golubika.support.web;

/// One line of a list to choose from.
public record Choice(String value, String label, boolean chosen) {}
