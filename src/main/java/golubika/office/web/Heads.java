package golubika.office.web;

import golubika.office.Staff;
import golubika.site.PortalTime;
import golubika.site.Texts;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a desk is called, and by which clock it works.
@Component
class Heads {

    private final Suppliers suppliers;
    private final Texts texts;

    Heads(Suppliers suppliers, Texts texts) {
        this.suppliers = suppliers;
        this.texts = texts;
    }

    Head of(Staff staff) {
        return new Head(
                staff.name(), supplier(staff).map(Supplier::fullName).orElseGet(() -> texts.of("office.desk.portal")));
    }

    Optional<Supplier> supplier(Staff staff) {
        return staff.supplierCode().map(suppliers::get);
    }

    ZoneId zone(Staff staff) {
        return supplier(staff).map(Supplier::timeZone).orElse(PortalTime.ZONE);
    }
}
