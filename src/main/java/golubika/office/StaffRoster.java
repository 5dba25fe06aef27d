package golubika.office;

import golubika.audit.Caller;
import golubika.office.OfficeActs.Kind;
import golubika.site.Format;
import golubika.site.PortalTime;
import golubika.site.Texts;
import golubika.subscribers.Passwords;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.values.PlainText;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionOperations;

/// What `staff` does, and says on the screen. A one-time password is shown here once and nowhere else.
final class StaffRoster {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    /// Stands for the portal's own desk where a supplier's code would.
    private static final String PORTAL = "portal";

    private final StaffBook book;
    private final OfficeActs acts;
    private final Suppliers suppliers;
    private final Passwords passwords;
    private final Clock clock;
    private final TransactionOperations transaction;
    private final Texts texts;
    private final PrintStream out;

    StaffRoster(BeanFactory portal, Texts texts, PrintStream out) {
        book = portal.getBean(StaffBook.class);
        acts = portal.getBean(OfficeActs.class);
        suppliers = portal.getBean(Suppliers.class);
        passwords = portal.getBean(Passwords.class);
        clock = portal.getBean(Clock.class);
        transaction = portal.getBean(TransactionOperations.class);
        this.texts = texts;
        this.out = out;
    }

    int add(String typedLogin, String typedName, String of) {
        var login = typedLogin.toLowerCase(Locale.ROOT);
        var name = PlainText.of(typedName);
        if (!StaffBook.isLogin(login)) {
            return refuse("login", login);
        }
        if (name.isEmpty()) {
            return refuse("name", login);
        }
        var desk = desk(of);
        if (desk.isEmpty()) {
            return refuse("supplier", of);
        }
        var once = StaffPasswords.once();
        var hash = passwords.hash(once);
        var added = noted(
                Kind.ADDED,
                () -> book.add(login, name, desk.get().supplier(), hash, onceUntil())
                        ? book.find(login)
                        : Optional.empty());
        if (added.isEmpty()) {
            return refuse("taken", login);
        }
        tell("office.staff.added", name, login, deskName(desk.get().supplier()));
        tell("office.staff.once", once, until(onceUntil()));
        return DONE;
    }

    int renew(String typedLogin) {
        var login = typedLogin.toLowerCase(Locale.ROOT);
        var once = StaffPasswords.once();
        var hash = passwords.hash(once);
        var staff = noted(Kind.RENEWED, () -> book.setPassword(login, hash, onceUntil()));
        if (staff.isEmpty()) {
            return refuse("unknown", login);
        }
        tell("office.staff.once", once, until(onceUntil()));
        return DONE;
    }

    int block(String typedLogin) {
        var login = typedLogin.toLowerCase(Locale.ROOT);
        var staff = noted(Kind.BLOCKED, () -> book.block(login));
        if (staff.isEmpty()) {
            return refuse("unknown", login);
        }
        tell("office.staff.blocked", staff.get().name(), login);
        return DONE;
    }

    int list() {
        var all = book.all();
        if (all.isEmpty()) {
            tell("office.staff.none");
        }
        for (var entry : all) {
            var supplier = entry.staff().supplierCode().orElse(null);
            tell("office.staff.line", entry.staff().login(), entry.staff().name(), deskName(supplier), state(entry));
        }
        return DONE;
    }

    private String state(StaffBook.Entry entry) {
        if (entry.blockedAt() != null) {
            return texts.of("office.staff.state.blocked", until(entry.blockedAt()));
        }
        return entry.onceUntil() == null
                ? texts.of("office.staff.state.works")
                : texts.of("office.staff.state.once", until(entry.onceUntil()));
    }

    private record Desk(@Nullable SupplierCode supplier) {}

    private Optional<Desk> desk(String of) {
        if (of.equals(PORTAL)) {
            return Optional.of(new Desk(null));
        }
        return SupplierCode.isWellFormed(of)
                ? suppliers.find(new SupplierCode(of)).map(found -> new Desk(found.code()))
                : Optional.empty();
    }

    private String deskName(@Nullable SupplierCode supplier) {
        return supplier == null
                ? texts.of("office.desk.portal")
                : suppliers.get(supplier).fullName();
    }

    // What is done and its record stay or go together.
    private Optional<Staff> noted(Kind kind, Supplier<Optional<Staff>> deed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var done = deed.get();
            done.ifPresent(staff -> acts.note(staff, kind, staff.login(), "", Caller.PORTAL));
            return done;
        }));
    }

    private Instant onceUntil() {
        return clock.instant().plus(StaffPasswords.ONCE);
    }

    private static String until(Instant moment) {
        return Format.date(moment.atZone(PortalTime.ZONE).toLocalDate());
    }

    private int refuse(String why, String what) {
        tell("office.staff.refused." + why, what);
        return REFUSED;
    }

    private void tell(String key, Object... arguments) {
        out.println(texts.of(key, arguments));
    }
}
