package golubika.demo.web;

import golubika.demo.DemoInbox;
import java.util.List;

/// Letters as the demo shows them.
///
/// @param to the recipient asked for; empty for everybody's
public record InboxPage(String to, List<Shown> letters) {

    /// @param at         when it was written, for people
    /// @param paragraphs of its text
    public record Shown(DemoInbox.Letter letter, String at, List<String> paragraphs) {}
}
