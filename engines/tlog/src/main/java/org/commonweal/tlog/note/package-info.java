/**
 * Signed statements about a log: C2SP signed notes, keys and checkpoints.
 *
 * <ul>
 *   <li>{@link org.commonweal.tlog.note.SignedNote} is text with signature lines (c2sp.org/signed-note@v1.0.0);
 *   <li>{@link org.commonweal.tlog.note.SignerKey} and {@link org.commonweal.tlog.note.VerifierKey} are Ed25519 keys with
 *       a name, {@link org.commonweal.tlog.note.KeyFile} keeps the former on disk;
 *   <li>{@link org.commonweal.tlog.note.Checkpoint} is what a log signs (c2sp.org/tlog-checkpoint@v1.0.0), {@link
 *       org.commonweal.tlog.note.SignedCheckpoint} is that with its signatures.
 * </ul>
 *
 * <p>A note may carry more signatures than the log's own: lines of unknown keys, such as witness cosignatures
 * (c2sp.org/tlog-cosignature), are kept and passed on, and prove nothing here.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.tlog.note;
