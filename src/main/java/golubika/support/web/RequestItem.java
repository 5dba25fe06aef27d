package golubika.support.web;

/// A line of «Мои обращения».
///
/// @param about «№ 1042, 6 ноября»
/// @param state name of the state, which picks badge and words
public record RequestItem(String path, String subject, String about, String state) {}
