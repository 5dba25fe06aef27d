package golubika.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;

/// Forms that no page of ours sends are the sender's fault, not ours.
@ControllerAdvice
class UnreadableForms {

    /// Forms are records: what names none of their fields, such as `login[0]`, is passed over.
    @InitBinder
    void knownFieldsAlone(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    /// A file where a line of text belongs.
    @ExceptionHandler({MethodArgumentConversionNotSupportedException.class, MethodArgumentNotValidException.class})
    void unreadable(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
