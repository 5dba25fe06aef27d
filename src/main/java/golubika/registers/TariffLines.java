package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;

/// TARIFFS: the prices of a supplier by direction of use, service and locality.
final class TariffLines implements Content {

    @Override
    public String staging() {
        return "staged_tariff";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("DIRECTION", Forms.oneOf(terms.supplier().directions().keySet())),
                needed("SERVICE", Forms.oneOf(terms.supplier().services().keySet())),
                optional("LOCALITY", Forms.text(100), ""),
                needed("VALID_FROM", Times.day()),
                optional("VALID_TO", Times.day()),
                needed("PRICE", Numbers.decimal(9, 5)),
                needed("UNIT", Forms.text(20)),
                needed("VAT", Numbers.whole(0, 99)),
                optional("ORDER_NO", Forms.text(200), ""));
    }

    @Override
    public Key key() {
        return new Key(
                List.of("DIRECTION", "SERVICE", "LOCALITY", "VALID_FROM"),
                "direction, service, locality, valid_from",
                "VALID_FROM");
    }

    @Override
    public List<Check> checks() {
        return List.of(Content.endsBeforeStart(staging()));
    }

    @Override
    public Report.Counts merge(Batch batch) {
        return batch.merge("""
                insert into tariff
                    (supplier, direction, service, locality, valid_from, valid_to, price, unit, vat, order_no, as_of)
                select :supplier, direction, service, locality, valid_from, valid_to, price, unit, vat, order_no, :asOf
                from staged_tariff
                on conflict (supplier, direction, service, locality, valid_from) do nothing
                """, """
                update tariff t
                set valid_to = s.valid_to, price = s.price, unit = s.unit, vat = s.vat, order_no = s.order_no,
                    as_of = :asOf
                from staged_tariff s
                where t.supplier = :supplier and t.direction = s.direction and t.service = s.service
                  and t.locality = s.locality and t.valid_from = s.valid_from
                  and t.as_of <= :asOf
                  and (t.valid_to, t.price, t.unit, t.vat, t.order_no)
                      is distinct from (s.valid_to, s.price, s.unit, s.vat, s.order_no)
                """, """
                update tariff t
                set as_of = :asOf
                from staged_tariff s
                where t.supplier = :supplier and t.direction = s.direction and t.service = s.service
                  and t.locality = s.locality and t.valid_from = s.valid_from and t.as_of < :asOf
                """, """
                select count(*)
                from staged_tariff s
                join tariff t using (direction, service, locality, valid_from)
                where t.supplier = :supplier and t.as_of > :asOf
                """);
    }
}
