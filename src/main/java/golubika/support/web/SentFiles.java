package golubika.support.web;

import golubika.support.Intake;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// The files of a form. A field that was left empty comes as one file without name and content.
final class SentFiles {

    private SentFiles() {}

    static List<Intake.Offered> of(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(SentFiles::isChosen)
                        .map(SentFiles::offered)
                        .toList();
    }

    private static boolean isChosen(MultipartFile file) {
        return file.getSize() > 0 || !name(file).isEmpty();
    }

    private static Intake.Offered offered(MultipartFile file) {
        return new Intake.Offered(name(file), file.getSize(), file::getBytes);
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
