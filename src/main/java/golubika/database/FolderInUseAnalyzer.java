package golubika.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the owner of a data folder in use what to do, instead of a stack trace.
class FolderInUseAnalyzer extends AbstractFailureAnalyzer<FolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".", "End it, or choose another folder with --data DIR.", cause);
    }
}
