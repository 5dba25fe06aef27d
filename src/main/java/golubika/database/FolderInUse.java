package golubika.database;

import java.nio.file.Path;

/// Another program owns the data folder.
class FolderInUse extends RuntimeException {

    FolderInUse(Path folder) {
        super("Another portal or import is using " + folder);
    }
}
