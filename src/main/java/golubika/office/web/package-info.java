@org.jspecify.annotations.NullMarked
package golubika.office.web;
