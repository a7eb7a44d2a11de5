package org.commonweal.tlog.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonweal.tlog.format.Strict;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.VerifierKey;

/**
 * A proof file that holds, and what that means. There is no such object for a file that does not hold.
 *
 * <p>Example: {@code Verification.of(ProofFile.parse(bytes), pinnedKey).proven().forEach(out::println)}.
 *
 * @param leaf what the log says of the document
 * @param index where it stands, from 0
 * @param checkpoint of the tree it stands in
 * @param key that signed
 * @param title what the document calls itself, cut and made harmless; "" where it gives itself none
 * @param pinned whether the reader gave the key; otherwise it only comes from the file itself
 */
public record Verification(
        Leaf leaf, long index, Checkpoint checkpoint, VerifierKey key, String title, boolean pinned) {
    private static final Pattern DEMONSTRATION = Pattern.compile("/demonstration(/\\d+)?$");

    /**
     * Checks a file with the key it carries: shows that it agrees with itself, not who made it.
     *
     * @throws VerificationException with the reason of the refusal
     */
    public static Verification of(ProofFile file) throws VerificationException {
        return of(file, file.key(), false);
    }

    /**
     * Checks a file with a key that is known from elsewhere.
     *
     * @throws VerificationException with the reason of the refusal
     */
    public static Verification of(ProofFile file, VerifierKey pinned) throws VerificationException {
        if (!pinned.equals(file.key())) {
            throw new VerificationException(
                    "The file is signed by another key than yours: its %s, yours %s. It is of another log, or somebody made it up"
                            .formatted(file.key(), pinned));
        }
        return of(file, pinned, true);
    }

    private static Verification of(ProofFile file, VerifierKey key, boolean pinned) throws VerificationException {
        Leaf leaf = file.leaf();
        String sha256 = Leaf.sha256(file.document().getBytes(StandardCharsets.UTF_8));
        if (!sha256.equals(leaf.sha256())) {
            throw new VerificationException(
                    "The document was altered: its SHA-256 is %s, the leaf says %s".formatted(sha256, leaf.sha256()));
        }
        TlogProof proof = file.proof();
        proof.verify(leaf.bytes(), key);
        return new Verification(
                leaf, proof.index(), proof.checkpoint().checkpoint(), key, Title.of(file.document()), pinned);
    }

    /** @return whether the log's name says that all in it is made up, as a hub filled with a demonstration names its log */
    public boolean isDemonstration() {
        return DEMONSTRATION.matcher(checkpoint.origin()).find();
    }

    /** @return what the file is worth in a few words, before {@link #proven} */
    public String headline() {
        if (pinned && isDemonstration()) return "VERIFIED, but a DEMONSTRATION: what it says is made up. Proven:";
        return pinned ? "VERIFIED. Proven:" : "THE FILE AGREES WITH ITSELF, no more: you gave no key. Shown:";
    }

    /**
     * @return one sentence for each thing that is proven, in English; without a key known from elsewhere nothing that
     *     the file's maker was free to write, such as the log's name
     */
    public List<String> proven() {
        String sha256 = leaf.sha256();
        String root = checkpoint.root().toBase64();
        if (!pinned) {
            return List.of(
                    "The document has the SHA-256 that its entry names: " + sha256,
                    "The entry is number %d of %d, counted from 0, in a tree with the root %s"
                            .formatted(index, checkpoint.size(), root),
                    "The checkpoint is signed by the key in the file, " + key);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("The document is unaltered: SHA-256 " + sha256);
        if (!title.isEmpty()) {
            sentences.add("Its title is " + titled());
        }
        sentences.addAll(List.of(
                "It is %s, which the log dates %s".formatted(named(), leaf.time()),
                "It stands in the log %s as entry %d of %d, counted from 0"
                        .formatted(Strict.shown(checkpoint.origin()), index, checkpoint.size()),
                "The tree of these %d entries has the root %s".formatted(checkpoint.size(), root),
                "Its checkpoint is signed by the key you gave, " + key));
        return sentences;
    }

    private String titled() {
        return "‹" + title + "›";
    }

    private String named() {
        return "%s %s, version %d".formatted(leaf.type(), leaf.id(), leaf.version());
    }

    /** @return one sentence for each thing that is not proven, in English */
    public List<String> notProven() {
        List<String> sentences = new ArrayList<>();
        if (!pinned) {
            sentences.add("Who made it: anybody can. It names itself %s, in the log %s. Compare its key with the one "
                            .formatted(named(), Strict.shown(checkpoint.origin()))
                    + "the hub publishes at /log/key, or give --key.");
            if (!title.isEmpty()) {
                sentences.add("Its title: it calls itself " + titled());
            }
        }
        sentences.add(
                isDemonstration()
                        ? "Anything about the world: its log calls itself a demonstration, made up to look at."
                        : "That the statement is true: the log keeps what was said, not whether it is right.");
        sentences.add("That it still stands: it may have been corrected or withdrawn since.");
        sentences.add("Where it is published: it names no address. Its page shows this SHA-256.");
        sentences.add("That everyone is shown the same log: no witness was asked.");
        sentences.add("When it was said: the time is the hub's own word.");
        return sentences;
    }
}
