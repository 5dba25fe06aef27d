package golubika.office.web;

import golubika.office.Staff;
import golubika.office.StaffBook;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks with each request whether they still work here, where, and with the same password: whoever is blocked is out
/// at once.
class StaffFilter extends OncePerRequestFilter {

    private final StaffBook book;

    StaffFilter(StaffBook book) {
        this.book = book;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = OfficeEntrance.current();
        if (known != null) {
            book.find(known.login())
                    .filter(now -> now.passwordAt().equals(known.passwordAt()))
                    .ifPresentOrElse(StaffFilter::remember, () -> OfficeEntrance.end(request));
        }
        chain.doFilter(request, response);
    }

    private static void remember(Staff now) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new AtWork(now)));
    }
}
