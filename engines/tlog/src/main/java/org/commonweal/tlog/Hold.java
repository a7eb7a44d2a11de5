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

    /** @param seen what else is known; unlike the newest, it may be shorter than the log */
    void release(SignedCheckpoint newest, List<SignedCheckpoint> seen, Checkpoint ours, TreeProofs tree)
            throws IOException, VerificationException {
        requireRoot(tree, ours, "its own checkpoint: the restored files are damaged");
        requireExtended(newest, ours, tree);
        for (SignedCheckpoint one : seen) requireExtended(one, ours, tree);
        requireAsLong(newest.checkpoint().size(), ours.size());
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

    /**
     * An older one agrees with whatever came after it. So it says nothing of what was signed behind the restored end, and
     * that is the only question.
     */
    private static void requireAsLong(long known, long ours) throws VerificationException {
        if (known < ours)
            throw new VerificationException(
                    ("The checkpoint known outside has %d entries, this log %d: it is older than "
                                    + "what was restored, and cannot show that nothing followed. Give a newer copy, of %d entries "
                                    + "or more, or start a new origin.")
                            .formatted(known, ours, ours));
    }

    private static void requireRoot(TreeProofs tree, Checkpoint checkpoint, String contradicted)
            throws IOException, VerificationException {
        if (!tree.root(checkpoint.size()).equals(checkpoint.root())) {
            throw new VerificationException(
                    "At size %d this log contradicts %s.".formatted(checkpoint.size(), contradicted));
        }
    }
}
