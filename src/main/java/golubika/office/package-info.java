/// The people who answer: staff of suppliers and of the portal, their own sign-in, their queues, and the record of what
/// they did.
@org.jspecify.annotations.NullMarked
package golubika.office;
