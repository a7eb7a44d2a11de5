package org.commonweal.hub.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.commonweal.hub.evidence.Documents;
import org.commonweal.hub.evidence.FindingPublished;
import org.commonweal.hub.frame.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes beside evidence: keeps documents and tells of them, without the campaign that a real finding needs. */
@Component
class Published implements Documents {
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final EntrySearch search;

    Published(ApplicationEventPublisher events, TransactionTemplate transactions, EntrySearch search) {
        this.events = events;
        this.transactions = transactions;
        this.search = search;
    }

    /** A finding that nobody published before. */
    UUID publish(String text) {
        UUID id = Ids.next();
        publish(id, 1, text);
        return id;
    }

    FindingPublished publish(UUID id, int version, String text) {
        byte[] document = "{\"id\":\"%s\",\"text\":\"%s\",\"version\":%d}"
                .formatted(id, text, version)
                .getBytes(StandardCharsets.UTF_8);
        documents.put(id + "/" + version, document);
        FindingPublished event =
                new FindingPublished(id, "finding", version, sha256(document), Instant.parse("2026-11-21T08:00:00.5Z"));
        tell(event);
        return event;
    }

    void withdraw(UUID id, int version) {
        documents.remove(id + "/" + version);
    }

    void tell(FindingPublished event) {
        transactions.executeWithoutResult(in -> events.publishEvent(event));
    }

    /** Whether it stands in a log. An event travels: there may be no row at first. */
    boolean isPlaced(UUID id) {
        return search.listOf(id).stream().anyMatch(PlacedEntry::isPlaced);
    }

    PlacedEntry placed(UUID id) {
        return search.listOf(id).getFirst();
    }

    @Override
    public Optional<byte[]> canonical(UUID id, int version) {
        return Optional.ofNullable(documents.get(id + "/" + version));
    }

    @Override
    public boolean has(UUID id, int version) {
        return documents.containsKey(id + "/" + version);
    }

    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
