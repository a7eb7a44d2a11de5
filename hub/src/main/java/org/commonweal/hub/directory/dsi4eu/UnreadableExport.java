package org.commonweal.hub.directory.dsi4eu;

/** A file that can't be what it should be. The message names file, line, rule and way out, and is shown as it is. */
public class UnreadableExport extends Exception {
    UnreadableExport(String message) {
        super(message, null, false, false);
    }
}
