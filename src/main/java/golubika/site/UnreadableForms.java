package golubika.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;

/// What no page of ours sends is the sender's fault, not ours: it is refused, and anybody can send it as often as they
/// like, so no line of the log tells of it.
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

    @ExceptionHandler({
        HttpMediaTypeNotAcceptableException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpRequestMethodNotSupportedException.class,
        MissingServletRequestParameterException.class
    })
    void refused(ErrorResponse refusal, HttpServletResponse response) throws IOException {
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.sendError(refusal.getStatusCode().value());
    }
}
