/// The pages of the way in, and who may see which page at all.
@org.jspecify.annotations.NullMarked
package golubika.subscribers.web;
