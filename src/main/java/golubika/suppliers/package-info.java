/// The companies we serve: what they are called, how their account numbers look, their switches, dates, prices.
@org.jspecify.annotations.NullMarked
package golubika.suppliers;
