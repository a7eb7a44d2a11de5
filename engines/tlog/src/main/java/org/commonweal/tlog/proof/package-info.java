/**
 * What a stranger holds in hand: a leaf, a proof file, and the check of it without a network.
 *
 * <ul>
 *   <li>{@link org.commonweal.tlog.proof.Leaf} is what the log holds of a published document: a digest, never text;
 *   <li>{@link org.commonweal.tlog.proof.TlogProof} is the proof in the C2SP form (c2sp.org/tlog-proof@v1);
 *   <li>{@link org.commonweal.tlog.proof.ProofFile} is document, leaf, proof and key in one file (PROOF.md);
 *   <li>{@link org.commonweal.tlog.proof.Verification} says line by line what a file proves and what it does not, {@link
 *       org.commonweal.tlog.proof.VerifyCommand} prints that.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.tlog.proof;
