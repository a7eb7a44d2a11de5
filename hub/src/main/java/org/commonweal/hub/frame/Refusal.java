package org.commonweal.hub.frame;

import org.springframework.http.HttpStatus;

/**
 * An expected «no» to a person: a broken rule of theirs, not a bug of ours. Its message is shown as it is.
 *
 * <p>Example: {@code throw Refusal.invalid("The closing date lies before the opening date.")}
 */
public class Refusal extends RuntimeException {
    private final HttpStatus status;

    public Refusal(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "");
    }

    public static Refusal forbidden(String message) {
        return new Refusal(HttpStatus.FORBIDDEN, message);
    }

    public static Refusal invalid(String message) {
        return new Refusal(HttpStatus.BAD_REQUEST, message);
    }

    public static Refusal conflict(String message) {
        return new Refusal(HttpStatus.CONFLICT, message);
    }

    public static Refusal tooMany(String message) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, message);
    }
}
