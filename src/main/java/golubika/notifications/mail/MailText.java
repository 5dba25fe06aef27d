package golubika.notifications.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import golubika.notifications.Message;
import golubika.site.Texts;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/// A message as words of a mail, plain and as HTML.
@Component
class MailText {

    private final Texts texts;
    private final TemplateEngine templates;

    MailText(Texts texts, TemplateEngine templates) {
        this.texts = texts;
        this.templates = templates;
    }

    String plain(Message message) {
        var link = message.link();
        var whole = body(message);
        if (link != null && !whole.contains(link)) {
            whole += "\n\n" + link;
        }
        return whole + "\n\n-- \n" + texts.of("notifications.letter.signature") + "\n";
    }

    String html(Message message) {
        var page = new LetterPage(
                message.subject(),
                Arrays.stream(body(message).split("\\R{2,}"))
                        .map(paragraph -> paragraph.lines().toList())
                        .toList(),
                message.link(),
                texts.of("notifications.letter.button"),
                texts.of("notifications.letter.signature"));
        var html = new StringOutput();
        templates.render("notifications/letter.jte", page, html);
        return html.toString();
    }

    private String body(Message message) {
        var code = message.code();
        return code == null || message.text().contains(code)
                ? message.text()
                : message.text() + "\n\n" + texts.of("notifications.letter.code", code);
    }
}
