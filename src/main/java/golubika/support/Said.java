package golubika.support;

import java.util.List;

/// What a person sends: words as [Words] makes them, and files that were found good.
public record Said(String words, List<KeptFile> files) {

    public Said {
        files = List.copyOf(files);
    }
}
