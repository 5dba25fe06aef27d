/// A bank that takes no money: it speaks ЮKassa's protocol to the portal and shows people a page to pay on.
@org.jspecify.annotations.NullMarked
package golubika.demo.bank;
