@org.jspecify.annotations.NullMarked
package golubika.bills.web;
