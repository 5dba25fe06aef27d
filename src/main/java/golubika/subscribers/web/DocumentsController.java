package golubika.subscribers.web;

import golubika.subscribers.Document;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The legal texts, for everybody to read.
@Controller
class DocumentsController {

    @GetMapping("/agreement")
    ModelAndView agreement() {
        return page(Document.AGREEMENT);
    }

    @GetMapping("/personal-data")
    ModelAndView personalData() {
        return page(Document.PERSONAL_DATA);
    }

    private static ModelAndView page(Document document) {
        return new ModelAndView("subscribers/document", "text", document.text());
    }
}
