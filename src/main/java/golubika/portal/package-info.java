/// Pages that speak of several capabilities: home, the account, readings with their price.
@org.jspecify.annotations.NullMarked
package golubika.portal;
