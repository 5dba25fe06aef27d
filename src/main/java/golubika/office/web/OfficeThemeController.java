package golubika.office.web;

import golubika.site.ThemeController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The menu of themes at the head of the office's pages: its forms carry the office's tokens.
@Controller
class OfficeThemeController {

    private final ThemeController themes;

    OfficeThemeController(ThemeController themes) {
        this.themes = themes;
    }

    @PostMapping("/office/theme")
    String choose(
            @RequestParam(defaultValue = "") String theme, HttpServletRequest request, HttpServletResponse response) {
        return themes.choose(theme, request, response);
    }
}
