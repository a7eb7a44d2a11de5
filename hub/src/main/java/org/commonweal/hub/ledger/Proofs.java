package org.commonweal.hub.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.commonweal.hub.evidence.Documents;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.proof.Leaf;
import org.commonweal.tlog.proof.ProofFile;
import org.commonweal.tlog.proof.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes proof files: the document from the room that has it, the proof from the log that has its entry. */
@Component
class Proofs {
    private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);
    private static final Duration TOLD_EVERY = Duration.ofHours(1);

    private final Logs logs;
    private final LogFolders folders;
    private final List<Documents> rooms;
    private final Clock clock;
    private final Map<Integer, Told> toldDamaged = new ConcurrentHashMap<>();

    Proofs(Logs logs, LogFolders folders, List<Documents> rooms, Clock clock) {
        this.logs = logs;
        this.folders = folders;
        this.rooms = rooms;
        this.clock = clock;
    }

    boolean hasDocument(Entry entry) {
        return rooms.stream().anyMatch(room -> room.has(entry.document(), (int) entry.version()));
    }

    /**
     * @param placed an entry that stands in a log
     * @return the proof file, checked; empty when no room has the document any more
     * @throws DamagedLogException when the log's files cannot be read or do not prove the entry
     */
    Optional<byte[]> find(PlacedEntry placed) throws DamagedLogException {
        Optional<byte[]> document = findDocument(placed.entry());
        return document.isEmpty() ? Optional.empty() : Optional.of(prove(placed, document.get()));
    }

    private Optional<byte[]> findDocument(Entry entry) {
        return rooms.stream()
                .flatMap(room -> room.canonical(entry.document(), (int) entry.version()).stream())
                .findFirst();
    }

    private byte[] prove(PlacedEntry placed, byte[] document) throws DamagedLogException {
        LogRow log = logs.find(placed.log()).orElseThrow();
        try {
            byte[] file = make(log, placed, document);
            // Whole again: what is damaged after this is told anew.
            toldDamaged.computeIfPresent(log.number(), (number, told) -> told.index() == placed.index() ? null : told);
            return file;
        } catch (IOException | LogFormatException | VerificationException damaged) {
            if (isNews(log, placed.index()))
                LOG.warn(
                        "Entry {} of the log {} cannot be proven, and perhaps others ({}). «./commonweal doctor» looks at"
                                + " all files.",
                        placed.index(),
                        log.origin(),
                        damaged.toString());
            throw new DamagedLogException();
        }
    }

    private byte[] make(LogRow log, PlacedEntry placed, byte[] document)
            throws IOException, LogFormatException, VerificationException {
        ProofFile file = new ProofFile(
                new String(document, StandardCharsets.UTF_8),
                Leaf.parse(placed.entry().leaf()),
                new PublicLog(folders.publicFiles(log.number())).prove(placed.index()),
                VerifierKey.parse(log.findKey().orElseThrow()));
        // Nobody is given a file that does not hold.
        Verification.of(file);
        return file.bytes();
    }

    // Anybody can ask for any entry of a log, as often as they like.
    private boolean isNews(LogRow log, long index) {
        Instant now = clock.instant();
        Told told = toldDamaged.get(log.number());
        if (told != null && now.isBefore(told.at().plus(TOLD_EVERY))) return false;
        Told next = new Told(index, now);
        return told == null
                ? toldDamaged.putIfAbsent(log.number(), next) == null
                : toldDamaged.replace(log.number(), told, next);
    }

    private record Told(long index, Instant at) {}

    /** What it was stands in the hub's own log; whoever asked for a proof can't mend it. */
    static final class DamagedLogException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
