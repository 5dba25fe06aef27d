package golubika.bills;

import golubika.bills.production.BillRun;
import golubika.bills.production.BillRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder that pages for the printer are written into. They name people and PINs: nobody else may read them.
record PrintFolder(Path folder) {

    private static final FileAttribute<?> OUR_FOLDER = only("rwx------");
    private static final FileAttribute<?> OUR_FILE = only("rw-------");

    /// Writes the pages of a finished run, and clears what an earlier one of that month has left: it would be printed
    /// with them.
    void write(BillRuns runs, BillRun run) {
        try {
            Files.createDirectories(folder, OUR_FOLDER);
            clear(run);
            var number = 0;
            for (var first : runs.prints(run.supplier(), run.month())) {
                number++;
                var pages = runs.pages(run.supplier(), run.month(), first).orElseThrow();
                write(name(run) + "%05d.pdf".formatted(number), pages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear(BillRun run) throws IOException {
        var ours = name(run) + "\\d+\\.pdf(\\.part)?";
        try (var files = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().matches(ours))) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    // Under another name first: a file that is there is whole.
    private void write(String name, byte[] pages) throws IOException {
        var part = folder.resolve(name + ".part");
        Files.createFile(part, OUR_FILE);
        Files.write(part, pages);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(BillRun run) {
        return run.supplier() + "-" + run.month() + "-";
    }

    private static FileAttribute<?> only(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }
}
