/// Register files of the suppliers' billing: read, checked whole, applied, reported.
@org.jspecify.annotations.NullMarked
package golubika.registers;
