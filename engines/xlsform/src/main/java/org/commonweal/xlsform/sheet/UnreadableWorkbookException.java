package org.commonweal.xlsform.sheet;

import org.commonweal.xlsform.form.Fault;

/** The file cannot be read as a spreadsheet at all; {@link #fault} says why and what to do. */
public final class UnreadableWorkbookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    UnreadableWorkbookException(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
