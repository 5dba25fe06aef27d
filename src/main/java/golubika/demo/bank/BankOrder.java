package golubika.demo.bank;

/// What a shop has ordered, whatever the language.
///
/// @param number the shop's own
/// @param back   where the shop wants the person afterwards
record BankOrder(String number, long kopecks, String about, String back) {}
