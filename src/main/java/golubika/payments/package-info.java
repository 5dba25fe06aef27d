/// Taking money: a payment from the intent to the posting, and the providers that carry it.
@org.jspecify.annotations.NullMarked
package golubika.payments;
