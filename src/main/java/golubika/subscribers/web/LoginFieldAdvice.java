package golubika.subscribers.web;

import golubika.subscribers.Logins;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives the templates of the way in their `loginField`.
@ControllerAdvice(basePackageClasses = LoginFieldAdvice.class)
class LoginFieldAdvice {

    private final Logins logins;

    LoginFieldAdvice(Logins logins) {
        this.logins = logins;
    }

    @ModelAttribute("loginField")
    LoginField loginField() {
        return new LoginField(logins.takesPhones());
    }
}
