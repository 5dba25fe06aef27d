/// Files that people send: whatever they are said to be, looked at before anything is kept.
@org.jspecify.annotations.NullMarked
package golubika.files;
