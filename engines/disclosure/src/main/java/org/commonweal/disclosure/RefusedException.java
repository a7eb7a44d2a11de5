package org.commonweal.disclosure;

/** The plan may not be published. Ask {@link Plan#verdict()} first. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    RefusedException(Verdict verdict) {
        super(verdict + ": " + verdict.description());
        this.verdict = verdict;
    }

    /** {@return why} */
    public Verdict verdict() {
        return verdict;
    }
}
