package org.commonweal.hub.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonweal.hub.frame.Links;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.LogAudit;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.KeyFile;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.TileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens the files of a log, or makes them; holds the log when they are older than what the database has seen, or of
 * another history. Damaged files are neither: the log is not opened then, and goes on once they are put back.
 */
@Component
class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final LogFolders folders;
    private final Logs logs;
    private final Entries entries;
    private final Links links;

    Opening(LogFolders folders, Logs logs, Entries entries, Links links) {
        this.folders = folders;
        this.logs = logs;
        this.entries = entries;
        this.links = links;
    }

    OpenLog open(LogRow row) throws IOException, VerificationException, LogFormatException {
        Path folder = folders.folder(row.number());
        SignerKey key = key(row);
        Log log = Log.exists(folder) ? openUnlessOlder(row, folder, key) : create(row, folder, key);
        logs.setKey(row.number(), log.key().toString());
        OpenLog open = new OpenLog(row, log, logs, entries, links);
        try {
            open.catchUp();
            if (open.isHeld())
                LOG.warn(
                        "The log {} signs nothing until an administrator shows it the newest checkpoint known outside, on"
                                + " the page /hub/log",
                        row.origin());
            return open;
        } catch (IOException | RuntimeException failed) {
            open.close();
            throw failed;
        }
    }

    private SignerKey key(LogRow row) throws IOException, LogFormatException {
        Path file = folders.key(row.number());
        if (!Files.exists(file)) {
            if (row.key() != null)
                throw new IOException(
                        "The key of the log %s is not at %s. Put it back from a backup, or begin a new log."
                                .formatted(row.origin(), file));
            KeyFile.create(file, SignerKey.generate(row.origin()));
        }
        SignerKey key = KeyFile.read(file);
        if (row.key() != null && !row.key().equals(key.verifier().toString()))
            throw new IOException(
                    "The key at %s is not the one of the log %s. Put that one back from a backup, or begin a new log."
                            .formatted(file, row.origin()));
        return key;
    }

    private static Log create(LogRow row, Path folder, SignerKey key) throws IOException {
        if (row.checkpoint() != null)
            throw new IOException(("The files of the log %s are not in %s. Put them back from a backup or a mirror (the"
                            + " folder «public» is enough), or begin a new log.")
                    .formatted(row.origin(), folder));
        Files.createDirectories(folder);
        return Log.create(folder, key);
    }

    private Log openUnlessOlder(LogRow row, Path folder, SignerKey key)
            throws IOException, VerificationException, LogFormatException {
        Log log = Log.open(folder, key);
        try {
            if (row.checkpoint() == null
                    || log.needsProof()
                    || extendsSeen(row.checkpoint(), log, LogFiles.in(log.publicFiles()))) return log;
        } catch (IOException | VerificationException | LogFormatException | RuntimeException failed) {
            log.close();
            throw failed;
        }
        log.close();
        Log.requireProof(folder);
        return Log.open(folder, key);
    }

    /** @throws IOException when that cannot be told, be it for a moment: the log is neither opened then nor held */
    static boolean extendsSeen(String checkpoint, Log log, LogFiles files)
            throws IOException, VerificationException, LogFormatException {
        Checkpoint seen = SignedCheckpoint.parse(checkpoint).checkpoint();
        if (seen.size() > log.size()) {
            LOG.warn(
                    "The files of the log {} are older than what this hub has seen: {} entries, {} before",
                    log.key().name(),
                    log.size(),
                    seen.size());
            return false;
        }
        try {
            // As wide as the tiles are now: those of the earlier size may be gone, or never came to a mirror.
            Hash root = new TreeProofs(new TileReader(files, log.size())).root(seen.size());
            if (root.equals(seen.root())) return true;
        } catch (IOException unreadable) {
            requireConsistent(log, files);
            throw unreadable;
        }
        // Damaged files contradict themselves too. Those that do not tell another history.
        requireConsistent(log, files);
        LOG.warn(
                "At size {} the files of the log {} contradict what this hub has seen",
                seen.size(),
                log.key().name());
        return false;
    }

    /** Tells which files are damaged, where any is. */
    private static void requireConsistent(Log log, LogFiles files) throws IOException, VerificationException {
        new LogAudit(files, log.key()).run(List.of()).requireConsistent(log.publicFiles());
    }
}
