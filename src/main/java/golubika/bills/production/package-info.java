/// The bills of all accounts of a supplier for a month: issued in portions, for the printer and by letter.
@org.jspecify.annotations.NullMarked
package golubika.bills.production;
