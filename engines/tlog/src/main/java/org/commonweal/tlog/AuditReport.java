package org.commonweal.tlog;

import java.util.List;
import org.commonweal.tlog.note.SignedCheckpoint;

/**
 * What an audit found.
 *
 * @param checkpoint the one the files were held against
 * @param problems one sentence each, naming the file; empty when all agree
 */
public record AuditReport(SignedCheckpoint checkpoint, List<String> problems) {
    public AuditReport {
        problems = List.copyOf(problems);
    }

    /** @return whether files and checkpoints all agree */
    public boolean isConsistent() {
        return problems.isEmpty();
    }
}
