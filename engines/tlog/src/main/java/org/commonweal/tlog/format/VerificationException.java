package org.commonweal.tlog.format;

/**
 * A well-formed proof, signature or checkpoint does not prove what it claims; the message is the reason of the refusal.
 *
 * <p>Example: {@code The document was altered: its SHA-256 is 9f86…, the leaf names 60303….}
 */
public final class VerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message the reason, told to the person who asked */
    public VerificationException(String message) {
        super(message);
    }
}
