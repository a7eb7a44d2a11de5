package org.commonweal.tlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.TilePath;
import org.commonweal.tlog.tiles.TileReader;

/**
 * Reads every file of a served or mirrored log and says whether they agree: entries with leaf hashes, tiles with the
 * tiles below them, the root with the checkpoint, and the log with checkpoints that someone kept from earlier.
 *
 * <p>Example:
 *
 * <pre>
 * AuditReport report = new LogAudit(LogFiles.in(directory), key).run(earlierCheckpoints);
 * report.problems().forEach(System.out::println);
 * </pre>
 */
public final class LogAudit {
    private static final int MOST_PROBLEMS = 100;

    private final LogFiles files;
    private final VerifierKey key;
    private final Hasher hasher = new Hasher();
    private final List<String> problems = new ArrayList<>();

    /** @param key the log's; its name is the origin that every checkpoint must have */
    public LogAudit(LogFiles files, VerifierKey key) {
        this.files = files;
        this.key = key;
    }

    /**
     * @param earlier checkpoints of this log seen at any time; each must be the log's beginning
     * @return all problems, up to a hundred
     * @throws IOException when there is no checkpoint to hold the files against
     * @throws VerificationException when the checkpoint is not signed by the key
     */
    public AuditReport run(List<SignedCheckpoint> earlier) throws IOException, VerificationException {
        SignedCheckpoint checkpoint = readCheckpoint();
        checkpoint.verify(key);
        long size = checkpoint.checkpoint().size();
        auditTiles(size);
        TreeProofs tree = new TreeProofs(new TileReader(files, size));
        requireRoot(tree, checkpoint, "the checkpoint");
        for (SignedCheckpoint known : earlier) {
            auditEarlier(tree, size, known);
        }
        return new AuditReport(checkpoint, problems);
    }

    private SignedCheckpoint readCheckpoint() throws IOException {
        try {
            return SignedCheckpoint.parse(files.read("checkpoint"));
        } catch (LogFormatException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    private void auditEarlier(TreeProofs tree, long size, SignedCheckpoint known) {
        String name = "the earlier checkpoint of size " + known.checkpoint().size();
        try {
            known.verify(key);
        } catch (VerificationException notOurs) {
            problem(name + ": " + notOurs.getMessage());
            return;
        }
        if (known.checkpoint().size() > size) {
            problem("The log has %d entries, fewer than %s".formatted(size, name));
        } else {
            requireRoot(tree, known, name);
        }
    }

    private void requireRoot(TreeProofs tree, SignedCheckpoint signed, String name) {
        try {
            if (!tree.root(signed.checkpoint().size())
                    .equals(signed.checkpoint().root())) {
                problem("The tiles do not lead to the root of " + name);
            }
        } catch (IOException unreadable) {
            problem("The root of %s cannot be computed: %s".formatted(name, reason(unreadable)));
        }
    }

    /** Level by level from the entries up: each level is compared with hashes computed from the one below. */
    private void auditTiles(long size) {
        for (int level = 0; level <= TilePath.HIGHEST_LEVEL; level++) {
            long hashes = size >> (TileReader.TILE_HEIGHT * level);
            for (long index = 0; index * TilePath.FULL < hashes && problems.size() < MOST_PROBLEMS; index++) {
                // A reader of its own: one for all would keep every tile of the log in memory.
                auditTile(new TileReader(files, size), level, index);
            }
        }
    }

    private void auditTile(TileReader reader, int level, long index) {
        TilePath path = reader.pathAt(level, index);
        try {
            List<Hash> tile = reader.tile(level, index);
            List<Hash> computed = level == 0 ? leaves(reader, index) : tops(reader, path);
            if (!tile.equals(computed)) {
                problem("%s does not follow from what is below it, first at hash %d"
                        .formatted(path, firstDifference(tile, computed)));
            }
        } catch (IOException unreadable) {
            problem("%s cannot be audited: %s".formatted(path, reason(unreadable)));
        }
    }

    private List<Hash> leaves(TileReader reader, long index) throws IOException {
        return reader.bundle(index * TilePath.FULL).stream().map(hasher::leaf).toList();
    }

    private List<Hash> tops(TileReader reader, TilePath path) throws IOException {
        List<Hash> tops = new ArrayList<>();
        for (int i = 0; i < path.width(); i++) {
            tops.add(hasher.perfect(reader.tile(path.level() - 1, path.index() * TilePath.FULL + i)));
        }
        return tops;
    }

    private static int firstDifference(List<Hash> tile, List<Hash> computed) {
        int i = 0;
        while (i < tile.size() && i < computed.size() && tile.get(i).equals(computed.get(i))) {
            i++;
        }
        return i;
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof NoSuchFileException missing
                ? "there is no " + missing.getFile()
                : String.valueOf(unreadable.getMessage());
    }

    private void problem(String sentence) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(sentence);
        }
    }
}
