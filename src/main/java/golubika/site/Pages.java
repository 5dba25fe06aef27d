package golubika.site;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Renders a template whole before anything is sent. Written piece by piece, each of a page's thousand pieces would
/// pass through every wrapper of the response; and a template that fails would leave half a page behind. Each is given
/// its `frame`.
///
/// It takes the name that Spring's resolver by content type would have: pages are HTML alone.
@Component("viewResolver")
class Pages implements ViewResolver, Ordered {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final TemplateEngine templates;
    private final Frames frames;

    Pages(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.contains(":") ? null : new Page(templates, frames, name + ".jte");
    }

    private record Page(TemplateEngine templates, Frames frames, String template) implements View {

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var page = new WholePage();
            var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
            parameters.put("frame", frames.of(request));
            templates.render(template, parameters, page);
            response.setContentType(HTML);
            page.sendTo(response);
        }
    }
}
