package org.commonweal.hub.frame.look;

/** One thing to choose in a select or among radio buttons: what is sent, what is read, and a line of help or "". */
public record Choice(String value, String label, String help) {
    public Choice(String value, String label) {
        this(value, label, "");
    }
}
