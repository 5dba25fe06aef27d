@org.jspecify.annotations.NullMarked
package golubika.support.web;
