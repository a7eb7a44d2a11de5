package org.commonweal.hub.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.proof.TlogProof;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.TilePath;
import org.commonweal.tlog.tiles.TileReader;

/**
 * The public files of a log, read without its lock and while another process may write.
 *
 * <p>Example: {@code new PublicLog(folders.publicFiles(1)).prove(12)}.
 */
record PublicLog(Path files) {
    /** The newest checkpoint, none while there is no log in the folder. */
    Optional<SignedCheckpoint> findCheckpoint() throws IOException {
        try {
            return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(files.resolve("checkpoint"))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (LogFormatException damaged) {
            throw new IOException(
                    "The checkpoint in %s is damaged: %s".formatted(files, damaged.getMessage()), damaged);
        }
    }

    /** A tile or bundle that the newest checkpoint covers; those beyond it are not public yet. */
    Optional<byte[]> findTile(TilePath path) throws IOException {
        Optional<SignedCheckpoint> checkpoint = findCheckpoint();
        if (checkpoint.isEmpty() || !covers(checkpoint.get(), path)) return Optional.empty();
        try {
            return Optional.of(Files.readAllBytes(files.resolve(path.toString())));
        } catch (NoSuchFileException partialThatBecameFull) {
            return Optional.empty();
        }
    }

    private boolean covers(SignedCheckpoint checkpoint, TilePath path) {
        try {
            TilePath widest = reader(checkpoint).pathAt(path.level(), path.index());
            return path.width() <= widest.width();
        } catch (IndexOutOfBoundsException beyond) {
            return false;
        }
    }

    /**
     * The proof that an entry stands in the log, under the newest checkpoint.
     *
     * @throws IOException when a file cannot be read, or the files have no such entry (any more)
     */
    TlogProof prove(long index) throws IOException {
        SignedCheckpoint checkpoint = findCheckpoint()
                .orElseThrow(() ->
                        new NoSuchFileException(files.resolve("checkpoint").toString()));
        long size = checkpoint.checkpoint().size();
        if (index >= size) throw new IOException("%s has %d entries only".formatted(files, size));
        return new TlogProof(
                index, new TreeProofs(reader(checkpoint)).inclusion(index, size).path(), checkpoint);
    }

    private TileReader reader(SignedCheckpoint checkpoint) {
        return new TileReader(LogFiles.in(files), checkpoint.checkpoint().size());
    }
}
