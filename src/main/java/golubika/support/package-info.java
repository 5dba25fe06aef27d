/// Requests («обращения») of subscribers and guests: asked with files, answered by staff, read again for years.
@org.jspecify.annotations.NullMarked
package golubika.support;
