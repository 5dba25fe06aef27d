/// The pages of paying, and the address that providers send their notices to.
@org.jspecify.annotations.NullMarked
package golubika.payments.web;
