/// The pages of the demo: what it holds, and the inbox of what was sent.
@org.jspecify.annotations.NullMarked
package golubika.demo.web;
