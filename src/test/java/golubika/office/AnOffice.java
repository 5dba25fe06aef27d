package golubika.office;

import golubika.subscribers.Passwords;
import golubika.suppliers.SupplierCode;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// People who come to work in tests.
final class AnOffice {

    static final String PASSWORD = "морошка на болоте";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final StaffBook book;
    private final Passwords passwords;
    private final Visitors visitors;

    AnOffice(StaffBook book, Passwords passwords, Visitors visitors) {
        this.book = book;
        this.passwords = passwords;
        this.visitors = visitors;
    }

    /// Somebody with a password of their own; null works at the portal's own desk.
    Staff somebody(@Nullable SupplierCode supplier) {
        var login = "operator" + COUNT.incrementAndGet();
        book.add(login, "Оператор " + login, supplier, passwords.hash(PASSWORD), null);
        return book.find(login).orElseThrow();
    }

    Visitor atWork(Staff staff) {
        var visitor = visitors.guest();
        var answer = visitor.post("/office/login", Map.of("login", staff.login(), "password", PASSWORD));
        if (!answer.location().equals("/office")) {
            throw new IllegalStateException("not let in: " + answer.status() + " " + answer.location());
        }
        return visitor;
    }
}
