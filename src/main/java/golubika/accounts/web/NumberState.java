package golubika.accounts.web;

import org.jspecify.annotations.Nullable;

/// What can be said of a number before it is sent; nothing about whether there is such an account.
///
/// @param fault   what is wrong with it
/// @param printed how the bill prints it, when nothing is wrong
public record NumberState(@Nullable String fault, @Nullable String printed) {}
