package golubika.site;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Pages that tell of an error where nothing else works: before the filters, or without a session.
@Component
class BarePages {

    private final TemplateEngine templates;
    private final Texts texts;
    private final Assets assets;
    private final PageHeaders headers;

    BarePages(TemplateEngine templates, Texts texts, Assets assets, PageHeaders headers) {
        this.templates = templates;
        this.texts = texts;
        this.assets = assets;
        this.headers = headers;
    }

    void send(int status, HttpServletResponse response) throws IOException {
        var page = new WholePage();
        var frame = new Frame(texts, assets, "auto", null, false, "/", "");
        templates.render("site/error.jte", Map.of("frame", frame, "page", ErrorPage.of(status, "/")), page);
        response.resetBuffer();
        response.setStatus(status);
        headers.write(response);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        page.sendTo(response);
    }
}
