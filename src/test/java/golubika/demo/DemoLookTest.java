package golubika.demo;

import golubika.testing.Browser;
import golubika.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DemoLookTest extends ADemo {

    @Autowired
    Visitors visitors;

    @Test
    void the_pages_of_the_demo_are_good_to_everybody_on_a_phone() {
        try (var browser = Browser.phone(visitors.address())) {
            lookAt(browser);
        }
    }

    @Test
    void the_pages_of_the_demo_are_good_to_everybody_on_a_desktop() {
        try (var browser = Browser.desktop(visitors.address())) {
            lookAt(browser);
        }
    }

    private static void lookAt(Browser browser) {
        browser.open("/demo");
        browser.page().locator("summary").first().click();
        browser.inspect().picture("demo");
        browser.open("/demo/inbox").inspect().picture("demo-inbox");
    }
}
