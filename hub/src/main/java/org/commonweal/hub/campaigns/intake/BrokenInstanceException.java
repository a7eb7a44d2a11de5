package org.commonweal.hub.campaigns.intake;

/** What came is no instance of a form: broken XML, a forbidden construct, or something missing. */
public class BrokenInstanceException extends Exception {
    public BrokenInstanceException(String message) {
        super(message);
    }
}
