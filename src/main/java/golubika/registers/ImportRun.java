package golubika.registers;

import golubika.suppliers.SupplierCode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Loads several files, each after those that it refers to. Once a supplier's file is refused, its later ones wait
/// for the repaired file: a balance without its payments, or meters without their accounts, would be wrong or refused.
final class ImportRun {

    private final Registers registers;
    private final ImportScreen screen;
    private final Map<SupplierCode, String> refused = new HashMap<>();

    ImportRun(Registers registers, ImportScreen screen) {
        this.registers = registers;
        this.screen = screen;
    }

    /// 0 when every file is in, 1 when one was refused.
    int load(Collection<Path> files) {
        var bad = 0;
        for (var file : LoadingOrder.of(files)) {
            var before = file.supplier() == null ? null : refused.get(file.supplier());
            if (before != null) {
                screen.heldBack(file.path(), before);
                continue;
            }
            screen.begins(file.path());
            var report = registers.load(file.path(), screen::progress);
            screen.ends(report);
            if (report.isRefused()) {
                bad++;
                if (report.supplier() != null) {
                    refused.put(report.supplier(), report.file());
                }
            }
        }
        return bad == 0 ? 0 : 1;
    }
}
