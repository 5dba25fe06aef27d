/// What is owed and how it came about: statements, charges, the ledger of money that came in, the price of a reading.
@org.jspecify.annotations.NullMarked
package golubika.charges;
