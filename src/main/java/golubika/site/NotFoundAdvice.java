package golubika.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// An address that cannot be one of ours is a page that is not there, not a fault of the person's form.
@ControllerAdvice
class NotFoundAdvice {

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
