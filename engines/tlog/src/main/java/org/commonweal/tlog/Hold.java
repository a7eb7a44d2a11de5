package org.commonweal.tlog;

import java.io.IOException;
import java.util.List;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.VerifierKey;

/**
 * Keeps a restored log from signing. A backup may be older than what the world has seen; signing on it would be the very
 * fork that the log exists to rule out.
 */
final class Hold {
    private final LogDirectory directory;
    private final VerifierKey key;
    private volatile boolean held;

    /** To be made when the log was opened: taking over public files holds it. */
    Hold(LogDirectory directory, VerifierKey key) throws IOException {
        this.directory = directory;
        this.key = key;
        this.held = directory.isHeld();
    }

    boolean isHeld() {
        return held;
    }

    void requireReleased() {
        if (held) {
            throw new LogHeldException(key.name());
        }
    }

    void release(List<SignedCheckpoint> known, Checkpoint ours, TreeProofs tree)
            throws IOException, VerificationException {
        requireRoot(tree, ours, "its own checkpoint: the restored files are damaged");
        for (SignedCheckpoint one : known) requireExtended(one, ours, tree);
        directory.release();
        held = false;
    }

    private void requireExtended(SignedCheckpoint known, Checkpoint ours, TreeProofs tree)
            throws IOException, VerificationException {
        known.verify(key);
        long size = known.checkpoint().size();
        if (size > ours.size()) {
            throw new VerificationException(("The checkpoint known outside has %d entries, this log only %d: what was "
                            + "restored is older. Fetch the newer files from a mirror, or start a new origin.")
                    .formatted(size, ours.size()));
        }
        requireRoot(tree, known.checkpoint(), "the checkpoint known outside: a fork. Start a new origin");
    }

    private static void requireRoot(TreeProofs tree, Checkpoint checkpoint, String contradicted)
            throws IOException, VerificationException {
        if (!tree.root(checkpoint.size()).equals(checkpoint.root())) {
            throw new VerificationException(
                    "At size %d this log contradicts %s.".formatted(checkpoint.size(), contradicted));
        }
    }
}
