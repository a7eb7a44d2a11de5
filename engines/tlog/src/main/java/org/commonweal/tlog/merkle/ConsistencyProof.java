package org.commonweal.tlog.merkle;

import java.util.ArrayList;
import java.util.List;
import org.commonweal.tlog.format.VerificationException;

/**
 * The hashes that show that a log only grew between two sizes (RFC 9162, section 2.1.4). Nothing in it is trusted
 * before {@link #verify}.
 *
 * <p>Example: {@code proof.verify(olderRoot, newerRoot)} returns when the older tree is the beginning of the newer.
 *
 * @param from size of the older tree
 * @param to size of the newer tree
 * @param path hashes of subtrees; empty when {@code from} is 0 or equals {@code to}
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Checks this proof as RFC 9162, section 2.1.4.2 says.
     *
     * @throws VerificationException when the newer tree does not begin with the older one, or the proof does not fit
     */
    public void verify(Hash fromRoot, Hash toRoot) throws VerificationException {
        if (from < 0 || from > to) {
            throw new VerificationException("A log of %d entries cannot have grown to %d".formatted(from, to));
        }
        if (from == 0 || from == to) {
            require(path.isEmpty(), "needs no hashes");
            require(from != to || fromRoot.equals(toRoot), "joins two different roots of one size: a fork");
            require(from != 0 || fromRoot.equals(new Hasher().empty()), "starts from a false root of the empty tree");
            return;
        }
        require(!path.isEmpty(), "has no hashes");
        climb(hashes(fromRoot), fromRoot, toRoot);
    }

    /** When the older tree is one perfect subtree the checker has that hash: it is the older root. */
    private List<Hash> hashes(Hash fromRoot) {
        if (Long.bitCount(from) != 1) {
            return path;
        }
        List<Hash> hashes = new ArrayList<>(path);
        hashes.addFirst(fromRoot);
        return hashes;
    }

    private void climb(List<Hash> hashes, Hash fromRoot, Hash toRoot) throws VerificationException {
        Hasher hasher = new Hasher();
        int perfect = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> perfect;
        long last = (to - 1) >> perfect;
        Hash older = hashes.getFirst();
        Hash newer = older;
        for (Hash sibling : hashes.subList(1, hashes.size())) {
            require(last != 0, "has more hashes than the tree is high");
            if ((node & 1) == 1 || node == last) {
                older = hasher.node(sibling, older);
                newer = hasher.node(sibling, newer);
                int climb = Long.numberOfTrailingZeros(node);
                node >>= climb;
                last >>= climb;
            } else {
                newer = hasher.node(newer, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        require(last == 0, "has too few hashes");
        require(older.equals(fromRoot), "does not lead to the older root: a fork");
        require(newer.equals(toRoot), "does not lead to the newer root: a fork");
    }

    private void require(boolean holds, String otherwise) throws VerificationException {
        if (!holds) {
            throw new VerificationException("The consistency proof from %d to %d ".formatted(from, to) + otherwise);
        }
    }
}
