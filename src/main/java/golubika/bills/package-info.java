/// The bill as a document: its content, page, PDF and payment code; who gets it on paper, and how a month of all
/// accounts is issued.
@org.jspecify.annotations.NullMarked
package golubika.bills;
