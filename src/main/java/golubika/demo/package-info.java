/// Demo suppliers and households, the inbox of what was sent, the demo bank. Absent beside a real database.
@org.jspecify.annotations.NullMarked
package golubika.demo;
