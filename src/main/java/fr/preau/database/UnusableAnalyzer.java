package fr.preau.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says an {@link Unusable} in one sentence. */
final class UnusableAnalyzer extends AbstractFailureAnalyzer<Unusable> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, Unusable cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
