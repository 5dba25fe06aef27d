/// The providers that carry payments, one adapter each behind `golubika.payments.Provider`.
@org.jspecify.annotations.NullMarked
package golubika.payments.providers;
