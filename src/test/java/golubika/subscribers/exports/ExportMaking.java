package golubika.subscribers.exports;

import org.springframework.context.ApplicationContext;

/// A round of the job that makes the files, for tests of other packages.
public final class ExportMaking {

    private ExportMaking() {}

    public static int in(ApplicationContext portal) {
        return portal.getBean(MakeExports.class).make();
    }
}
