/// People: how they register, come in, and what they have agreed to.
@org.jspecify.annotations.NullMarked
package golubika.subscribers;
