package org.commonweal.hub.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes drafts into versions, and withdraws findings. Who may is the caller's to check. */
@Component
class Publishing {
    static final String MADE_FROM = "made-from";
    private final Drafts drafts;
    private final Sources sources;
    private final Composer composer;
    private final Findings findings;
    private final Versions versions;
    private final Inputs inputs;
    private final Links links;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publishing(
            Drafts drafts,
            Sources sources,
            Composer composer,
            Findings findings,
            Versions versions,
            Inputs inputs,
            Links links,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.sources = sources;
        this.composer = composer;
        this.findings = findings;
        this.versions = versions;
        this.inputs = inputs;
        this.links = links;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes what the reviewer saw. Doing it twice gives the same finding.
     *
     * @param seen of the preview ({@link Composition#seen})
     * @return none when the data have changed since the preview, or another version was published, so that it must be looked at again
     * @throws Refusal when nothing may be published
     */
    @Transactional
    Optional<Finding> publish(UUID id, String seen) {
        Draft draft = drafts.getHeld(id);
        if (draft.publishedVersion() != null) return findings.find(draft.finding());
        sources.requireTellable(draft.source());
        findings.hold(draft.source());
        if (draft.corrects() != null) requireStanding(findings.getHeld(draft.corrects()));
        Composition composition = composer.compose(draft);
        if (!composition.publishable())
            throw Refusal.conflict(
                    "This can't be published: " + composition.verdict().description() + ".");
        if (!composition.seen().equals(seen)) return Optional.empty();
        return Optional.of(freeze(composition));
    }

    /** Leaves a tombstone with the reason in the finding's place; its versions are no longer served. */
    @Transactional
    Finding withdraw(UUID id, String reason) {
        Finding finding = findings.getHeld(id);
        requireStanding(finding);
        Version last = versions.get(id, finding.version());
        Instant now = now();
        int number = last.number() + 1;
        byte[] tombstone = Canonical.write(
                new Tombstone(Tombstone.FORMAT, Tombstone.TYPE, id, number, now, reason, last.number(), last.sha256()));
        Version version = versions.add(id, number, Tombstone.TYPE, tombstone, now);
        findings.markWithdrawn(id, number, now);
        links.removeFrom(finding.thing());
        audit.note("finding.withdrawn", finding.thing(), "version " + number);
        tell(id, version);
        return findings.find(id).orElseThrow();
    }

    private Finding freeze(Composition composition) {
        InputKey key = InputKey.make();
        List<Input> rows = Guard.inputsOf(composition.table(), key);
        Instant now = now();
        String root = InputKey.root(rows.stream().map(Input::digest).toList());
        Document document = composition.document().publishedAt(now, new Document.Inputs(InputKey.METHOD, root));
        findings.put(document, composition.draft().spec(), composition.topics());
        Version version = versions.add(document.id(), document.version(), Finding.KIND, Canonical.write(document), now);
        inputs.add(document.id(), document.version(), key, rows);
        drafts.markPublished(composition.draft().id(), document.version());
        Finding finding = findings.find(document.id()).orElseThrow();
        links.put(finding.thing(), MADE_FROM, finding.source(), finding.path(), finding.title());
        String action = document.corrects() == null ? "finding.published" : "finding.corrected";
        audit.note(action, finding.thing(), "version " + document.version());
        tell(document.id(), version);
        return finding;
    }

    private void tell(UUID id, Version version) {
        events.publishEvent(
                new FindingPublished(id, version.type(), version.number(), version.sha256(), version.publishedAt()));
    }

    private static void requireStanding(Finding finding) {
        if (finding.isWithdrawn())
            throw Refusal.conflict("This finding was withdrawn, which can't be undone. Publish a new one.");
    }

    // The database keeps microseconds; whole seconds read better and lose nothing.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
