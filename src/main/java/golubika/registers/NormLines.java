package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;

/// NORMS: what is charged without a meter, by direction of use, service and locality.
final class NormLines implements Content {

    @Override
    public String staging() {
        return "staged_norm";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("DIRECTION", Forms.oneOf(terms.supplier().directions().keySet())),
                needed("SERVICE", Forms.oneOf(terms.supplier().services().keySet())),
                optional("LOCALITY", Forms.text(100), ""),
                needed("VALID_FROM", Times.day()),
                optional("VALID_TO", Times.day()),
                needed("NORM", Numbers.decimal(7, 5)),
                needed("UNIT", Forms.text(20)),
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
                insert into norm
                    (supplier, direction, service, locality, valid_from, valid_to, norm, unit, order_no, as_of)
                select :supplier, direction, service, locality, valid_from, valid_to, norm, unit, order_no, :asOf
                from staged_norm
                on conflict (supplier, direction, service, locality, valid_from) do nothing
                """, """
                update norm t
                set valid_to = s.valid_to, norm = s.norm, unit = s.unit, order_no = s.order_no, as_of = :asOf
                from staged_norm s
                where t.supplier = :supplier and t.direction = s.direction and t.service = s.service
                  and t.locality = s.locality and t.valid_from = s.valid_from
                  and t.as_of <= :asOf
                  and (t.valid_to, t.norm, t.unit, t.order_no) is distinct from (s.valid_to, s.norm, s.unit, s.order_no)
                """, """
                update norm t
                set as_of = :asOf
                from staged_norm s
                where t.supplier = :supplier and t.direction = s.direction and t.service = s.service
                  and t.locality = s.locality and t.valid_from = s.valid_from and t.as_of < :asOf
                """, """
                select count(*)
                from staged_norm s
                join norm t using (direction, service, locality, valid_from)
                where t.supplier = :supplier and t.as_of > :asOf
                """);
    }
}
