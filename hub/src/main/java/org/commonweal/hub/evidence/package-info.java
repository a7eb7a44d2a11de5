/**
 * Findings: immutable, privacy-safe, published statements made of what the ways in have gathered.
 *
 * <p>Terms: a {@link org.commonweal.hub.evidence.Spec} asks one statistic of one variable over places and periods. A
 * draft with the rows as they are now makes a composition; publishing freezes its {@link
 * org.commonweal.hub.evidence.Document} as canonical JSON (RFC 8785). A correction is a next version, a withdrawal leaves a
 * {@link org.commonweal.hub.evidence.Tombstone}. What may be told is decided by {@code org.commonweal.disclosure}; that
 * versions can't be subtracted from each other, by {@code Guard}.
 *
 * <p>Map: {@code Spec Areas Times} what is asked · {@code Tabulation Values Placing Span} rows into the engine and its plan
 * back · {@code Composer Composition Guard Difference Overlap Together} what would be published · {@code Publishing Versions Inputs} what
 * was · {@code Reading Label Phrase CellNumbers Pictures TableView Knowledge BodyView} how it is read · {@code XPages} and {@code FindingApi} the
 * doors. Start at {@code Publishing}.
 *
 * <p>Reads data through {@link org.commonweal.hub.frame.Dataset} only; {@code /findings/new?from=kind:uuid} begins a
 * finding of any of them. Pages show the {@link org.commonweal.hub.frame.Panel}s for the thing {@code finding}. Writes the
 * link (finding, made-from, source). Owns the schema {@code evidence}. Publishes {@link
 * org.commonweal.hub.evidence.FindingPublished} within the transaction that keeps the document; {@link
 * org.commonweal.hub.evidence.Documents} gives its bytes.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"frame", "frame :: look", "frame :: drawing", "frame :: places", "directory"})
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.evidence;
