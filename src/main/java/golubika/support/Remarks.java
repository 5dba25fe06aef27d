package golubika.support;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import golubika.files.Paper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was said in requests, and the files that came with it: all of one writer in one place.
@Component
class Remarks {

    private final JdbcClient jdbc;

    Remarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everything said in a request, the oldest first.
    List<Remark> of(Row request) {
        var files = files(request);
        return jdbc.sql("""
                select remark_no, author, staff, words, said_at from support_remark
                where writer_id = :writer and request_no = :request
                order by remark_no
                """)
                .param("writer", request.writer())
                .param("request", request.id().number())
                .query((row, n) -> new Remark(
                        row.getString("staff"),
                        row.getString("words"),
                        row.getTimestamp("said_at").toInstant(),
                        files.getOrDefault(row.getInt("remark_no"), List.of())))
                .list();
    }

    private record Placed(int remark, Attachment file) {}

    private Map<Integer, List<Attachment>> files(Row request) {
        return jdbc
                .sql("""
                        select remark_no, file_id, name, kind, size, content is not null as kept from support_file
                        where writer_id = :writer and request_no = :request
                        order by remark_no, place
                        """)
                .param("writer", request.writer())
                .param("request", request.id().number())
                .query((row, n) -> new Placed(
                        row.getInt("remark_no"),
                        new Attachment(
                                row.getObject("file_id", UUID.class),
                                row.getString("name"),
                                Paper.Kind.valueOf(row.getString("kind")),
                                row.getInt("size"),
                                row.getBoolean("kept"))))
                .list()
                .stream()
                .collect(groupingBy(Placed::remark, mapping(Placed::file, toList())));
    }

    /// A file, while it is kept.
    Optional<StoredFile> file(Row request, UUID file) {
        return jdbc.sql("""
                select name, kind, size from support_file
                where writer_id = :writer and request_no = :request and file_id = :file and content is not null
                """)
                .param("writer", request.writer())
                .param("request", request.id().number())
                .param("file", file)
                .query((row, n) -> stored(
                        request,
                        file,
                        row.getString("name"),
                        Paper.Kind.valueOf(row.getString("kind")),
                        row.getInt("size")))
                .optional();
    }

    private StoredFile stored(Row request, UUID file, String name, Paper.Kind kind, int size) {
        return new StoredFile(
                name, kind, size, () -> new Pieces(size, place -> piece(request.writer(), request.id(), file, place)));
    }

    private Optional<byte[]> piece(UUID writer, RequestId request, UUID file, int place) {
        return jdbc.sql("""
                select substring(content from :place for :length) as piece from support_file
                where writer_id = :writer and request_no = :request and file_id = :file and content is not null
                """)
                .param("writer", writer)
                .param("request", request.number())
                .param("file", file)
                .param("place", place + 1)
                .param("length", Pieces.LENGTH)
                .query((row, n) -> row.getBytes("piece"))
                .optional();
    }

    /// How often staff have answered.
    int answers(Row request) {
        return jdbc.sql("""
                select count(*) from support_remark
                where writer_id = :writer and request_no = :request and author = 'STAFF'
                """)
                .param("writer", request.writer())
                .param("request", request.id().number())
                .query(Integer.class)
                .single();
    }

    boolean isSaid(UUID writer, UUID form) {
        return jdbc.sql("""
                select exists (select from support_remark where writer_id = :writer and form_id = :form)
                """)
                .param("writer", writer)
                .param("form", form)
                .query(Boolean.class)
                .single();
    }

    /// Adds what the writer says, as the remark of that number.
    ///
    /// @param form of the browser, so that the same form sent twice is said once
    void add(UUID writer, RequestId request, int number, UUID form, Said said, Instant now) {
        add(writer, request, number, form, null, said.words(), now);
        for (var place = 0; place < said.files().size(); place++) {
            var file = said.files().get(place);
            jdbc.sql("""
                    insert into support_file (writer_id, request_no, file_id, remark_no, place, name, kind, size, content)
                    values (:writer, :request, :file, :remark, :place, :name, :kind, :size, :content)
                    """)
                    .param("writer", writer)
                    .param("request", request.number())
                    .param("file", UUID.randomUUID())
                    .param("remark", number)
                    .param("place", place)
                    .param("name", file.name())
                    .param("kind", file.kind().name())
                    .param("size", file.content().length)
                    .param("content", file.content())
                    .update();
        }
    }

    /// Adds what staff say.
    void answer(Row request, String staff, String words, Instant now) {
        add(request.writer(), request.id(), request.remarks() + 1, null, staff, words, now);
    }

    private void add(
            UUID writer,
            RequestId request,
            int number,
            @Nullable UUID form,
            @Nullable String staff,
            String words,
            Instant now) {
        jdbc.sql("""
                insert into support_remark (writer_id, request_no, remark_no, form_id, author, staff, words, said_at)
                values (:writer, :request, :number, :form, :author, :staff, :words, :now)
                """)
                .param("writer", writer)
                .param("request", request.number())
                .param("number", number)
                .param("form", form)
                .param("author", staff == null ? "WRITER" : "STAFF")
                .param("staff", staff)
                .param("words", words)
                .param("now", Timestamp.from(now))
                .update();
    }
}
