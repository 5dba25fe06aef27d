@org.jspecify.annotations.NullMarked
package golubika.accounts.web;
