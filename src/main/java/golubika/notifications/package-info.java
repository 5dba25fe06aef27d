/// The outbox of messages to people. Knows no capability: what a message says is written by who sends it.
@org.jspecify.annotations.NullMarked
package golubika.notifications;
