/**
 * The Merkle tree of RFC 9162, section 2.1: hashes, roots, inclusion proofs, consistency proofs.
 *
 * <p>Goal: from a store of subtree hashes make small proofs, and check such proofs with nothing but SHA-256.
 *
 * <ul>
 *   <li>{@link org.commonweal.tlog.merkle.Hash} is one node, {@link org.commonweal.tlog.merkle.Hasher} makes them;
 *   <li>{@link org.commonweal.tlog.merkle.Subtrees} is the store, {@link org.commonweal.tlog.merkle.TreeProofs} reads it;
 *   <li>{@link org.commonweal.tlog.merkle.InclusionProof} and {@link org.commonweal.tlog.merkle.ConsistencyProof} check.
 * </ul>
 *
 * <p>Terms: a tree of <i>size</i> n has the leaves 0 to n-1. A <i>perfect subtree</i> of <i>height</i> h and
 * <i>index</i> i covers the leaves i·2<sup>h</sup> to (i+1)·2<sup>h</sup>-1; its hash never changes as the log grows.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.tlog.merkle;
