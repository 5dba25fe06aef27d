package golubika.subscribers.exports;

import golubika.site.Format;
import golubika.site.PortalTime;
import golubika.site.Texts;
import golubika.subscribers.PersonalData;
import golubika.subscribers.Signature;
import golubika.subscribers.Signatures;
import golubika.subscribers.SignedCopy;
import golubika.subscribers.SubscriberId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The ZIP of a person: a file of each module, the signed copies, and a README that says what is what.
@Component
class Archive {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// All is put together in memory: the rest of an archive is small.
    static final long MOST_OF_FILES = 15L * 1024 * 1024;

    private final List<PersonalData> modules;
    private final Signatures signatures;
    private final SignedCopy copies;
    private final Texts texts;
    private final Clock clock;

    Archive(List<PersonalData> modules, Signatures signatures, SignedCopy copies, Texts texts, Clock clock) {
        this.modules = modules.stream()
                .sorted(Comparator.comparing(PersonalData::name))
                .toList();
        this.signatures = signatures;
        this.copies = copies;
        this.texts = texts;
        this.clock = clock;
    }

    byte[] of(SubscriberId subscriber) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            var files = new Files(zip);
            for (var module : modules) {
                add(zip, module.name() + ".json", JSON.writeValueAsBytes(module.of(subscriber)));
                module.files(subscriber, (name, content) -> files.add(module.name() + "/" + name, content));
            }
            add(zip, "README.txt", readme(files.leftOut).getBytes(StandardCharsets.UTF_8));
            var number = 0;
            for (var signature : signatures.of(subscriber)) {
                add(zip, "signed/" + ++number + "-" + name(signature), copies.pdf(signature));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /// The files that the person has sent, as many as there is room for; the others stand in the README.
    private static final class Files {

        private final ZipOutputStream zip;
        private final List<String> leftOut = new ArrayList<>();
        private long bytes;

        Files(ZipOutputStream zip) {
            this.zip = zip;
        }

        void add(String name, byte[] content) {
            if (bytes + content.length > MOST_OF_FILES) {
                leftOut.add(name);
                return;
            }
            bytes += content.length;
            try {
                Archive.add(zip, name, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String readme(List<String> leftOut) {
        var text = new StringBuilder(texts.of("subscribers.export.readme", Format.date(today())));
        for (var module : modules) {
            text.append(module.name()).append(".json — ").append(module.about()).append('\n');
        }
        text.append(texts.of("subscribers.export.readme.signed")).append('\n');
        if (!leftOut.isEmpty()) {
            text.append('\n')
                    .append(texts.of("subscribers.export.readme.left-out"))
                    .append('\n');
            leftOut.forEach(name -> text.append(name).append('\n'));
        }
        return text.toString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortalTime.ZONE);
    }

    private static String name(Signature signature) {
        return switch (signature.document()) {
            case AGREEMENT -> "agreement.pdf";
            case PERSONAL_DATA -> "personal-data.pdf";
        };
    }

    // Entries bear no time of the machine: the same data make the same file.
    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
