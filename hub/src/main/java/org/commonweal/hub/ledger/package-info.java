/**
 * The public log: what was published here, in an order that nobody can change afterwards, for anyone to check.
 *
 * <p>Each published document becomes an entry: its digest, never its text. An entry is first a row ({@code
 * ledger.entry}, {@code ledger.pending}); the one process that keeps the log appends what is pending to the log files in
 * {@code data/tlog/<number>} and records the place. Reading needs the files only, and no lock.
 *
 * <ul>
 *   <li>{@code Publications} hears events, {@code Entries} has the rows;
 *   <li>{@code Keeper} is the one writer, {@code OpenLog} what it does with the log files, {@code Origins} which log is
 *       written and what it is called ({@code docs/decisions/0021-log-origins.md});
 *   <li>{@code PublicLog} reads the files, {@code LogApi} serves them, {@code ProofApi} makes proof files;
 *   <li>{@code LogPages} and {@code KeepPages} are for people, {@code LogPanel} stands on the pages of lower rooms.
 * </ul>
 *
 * <p>Owns the schema {@code ledger}, the folder {@code data/tlog} and the keys {@code data/keys/log-<number>}. Writes the
 * link (entry, logged, finding). Listens to {@link org.commonweal.hub.evidence.FindingPublished}; publishes no events.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"frame", "frame :: look", "evidence"})
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.ledger;
