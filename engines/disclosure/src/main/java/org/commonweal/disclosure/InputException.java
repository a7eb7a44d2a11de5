package org.commonweal.disclosure;

import java.util.List;

/** Input that breaks a rule; all faults are told at once. A bug in this engine never takes this path. */
public final class InputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    InputException(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    /** {@return every fault: the rule, the offender and the way out, one sentence or two each} */
    public List<String> faults() {
        return faults;
    }
}
