/**
 * The public log: an append-only Merkle log in the C2SP formats, in a directory that can be served as it is.
 *
 * <p>Goal: whoever appended is told «it is in» only when no crash can undo it, and nobody can ever be shown two histories
 * that this log signed. {@link org.commonweal.tlog.Log} is the way in, {@link org.commonweal.tlog.LogAudit} the check
 * from outside; the rooms below are format, merkle, note, tiles, proof, and none of them knows those above it.
 *
 * <p>How a commit goes: {@code Committer} gathers what waits, {@code Writer} signs the checkpoint over it, {@code
 * Journal} makes both durable with one sync, {@code Publisher} puts tiles, bundles and checkpoint in place, then the
 * futures complete. {@code Settler} makes the public files durable later and drops the journal behind them; {@code
 * Recovery} replays the journal. So the journal is the truth until the public files are, and a checkpoint is never
 * published that a crash could take back.
 *
 * <p>Room is left for witnesses (c2sp.org/tlog-witness): signature lines of others are kept wherever a checkpoint is
 * read, and prove nothing yet.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.tlog;
