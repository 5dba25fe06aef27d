package golubika.subscribers;

import java.util.function.BiConsumer;

/// What a module knows about a person, for «Скачать мои данные». Every such bean becomes a file of its own. Of an
/// account it tells what the person may see there: everything with the full version, else what they did themselves.
/// No secrets.
public interface PersonalData {

    /// Name of the file, without its ending: `payments`.
    String name();

    /// What the file holds, in a few words for the person.
    String about();

    /// Records, lists and maps, to be written as JSON. Keys are in lower case, with `_` between words.
    Object of(SubscriberId subscriber);

    /// Files that the person has sent, to lie beside it; one after the other, as they may be large.
    ///
    /// @param to takes the name of each, with folders, and its content
    default void files(SubscriberId subscriber, BiConsumer<String, byte[]> to) {}
}
