package golubika.support;

import golubika.site.Texts;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// A person's requests, what was answered, and the files that they sent.
@Component
class SupportData implements PersonalData {

    private final RequestRows rows;
    private final Remarks remarks;
    private final Contacts contacts;
    private final Texts texts;

    SupportData(RequestRows rows, Remarks remarks, Contacts contacts, Texts texts) {
        this.rows = rows;
        this.remarks = remarks;
        this.contacts = contacts;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String about() {
        return texts.of("support.export");
    }

    @Override
    public Object of(SubscriberId subscriber) {
        return rows(subscriber).stream().map(this::told).toList();
    }

    private List<Row> rows(SubscriberId subscriber) {
        var guest = contacts.of(subscriber)
                .mail()
                .map(Login::value)
                .map(rows::ofProvedGuest)
                .orElse(List.of());
        return Stream.concat(rows.of(subscriber.value()).stream(), guest.stream())
                .toList();
    }

    private Map<String, Object> told(Row row) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", row.id().number());
        told.put("topic", row.topic());
        if (row.accountNo() != null) {
            told.put("account", row.accountNo());
        }
        told.put("state", row.state());
        told.put("asked_at", row.opened());
        told.put(
                "said",
                remarks.of(row).stream().map(remark -> said(row, remark)).toList());
        return told;
    }

    private Map<String, Object> said(Row row, Remark remark) {
        var told = new LinkedHashMap<String, Object>();
        told.put("by", remark.isByStaff() ? "support" : "you");
        told.put("at", remark.at());
        told.put("words", remark.words());
        if (!remark.files().isEmpty()) {
            told.put(
                    "files",
                    remark.files().stream().map(file -> file(row, file)).toList());
        }
        return told;
    }

    private static Map<String, Object> file(Row row, Attachment file) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", file.name());
        if (file.kept()) {
            told.put("file", path(row, file));
        }
        return told;
    }

    @Override
    public void files(SubscriberId subscriber, BiConsumer<String, byte[]> to) {
        for (var row : rows(subscriber)) {
            for (var remark : remarks.of(row)) {
                for (var file : remark.files()) {
                    remarks.file(row, file.id()).ifPresent(kept -> to.accept(path(row, file), kept.bytes()));
                }
            }
        }
    }

    // Two files of a request may have one name.
    private static String path(Row row, Attachment file) {
        return row.id() + "/" + file.id().toString().substring(0, 8) + "-" + file.name();
    }
}
