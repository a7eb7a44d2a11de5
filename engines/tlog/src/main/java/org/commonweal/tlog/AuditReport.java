package org.commonweal.tlog;

import java.nio.file.Path;
import java.util.List;
import org.commonweal.tlog.note.SignedCheckpoint;

/**
 * What an audit found.
 *
 * @param checkpoint the one the files were held against
 * @param problems one sentence each, naming the file; empty when all agree
 */
public record AuditReport(SignedCheckpoint checkpoint, List<String> problems) {
    private static final int TOLD = 3;

    public AuditReport {
        problems = List.copyOf(problems);
    }

    /** @return whether files and checkpoints all agree */
    public boolean isConsistent() {
        return problems.isEmpty();
    }

    /**
     * @param files where the audited files lie, for the message
     * @throws LogDamagedException with the first problems and the way out, unless all agree
     */
    public void requireConsistent(Path files) throws LogDamagedException {
        if (isConsistent()) {
            return;
        }
        String told = String.join("; ", problems.subList(0, Math.min(TOLD, problems.size())));
        String more = problems.size() > TOLD ? "; and %d more".formatted(problems.size() - TOLD) : "";
        throw new LogDamagedException(("The public files in %s do not agree: %s%s. Put what is named there, or the "
                        + "entries below it (tile/entries/…), back from a backup or a mirror: the log then goes on by "
                        + "itself. If nobody has a copy, begin a new log with a new origin.")
                .formatted(files, told, more));
    }
}
