package org.commonweal.tlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One file that holds and all the ways to tamper with it, shared with the verifier that runs in browsers. Run with {@code
 * -Dvectors.write=true} to write the files anew.
 */
class ProofVectorsTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/proof-vectors");

    @ParameterizedTest
    @CsvFileSource(resources = "/proof-vectors/vectors.csv", numLinesToSkip = 1, delimiter = '|')
    void eachHoldsOrIsRefusedForItsReason(String file, String key, String expected) throws Exception {
        byte[] bytes = Files.readAllBytes(DIRECTORY.resolve(file));
        assertThat(outcome(bytes, key)).contains(expected);
    }

    /** What the document calls itself, as it is told; the verifier in browsers tells the same of the same files. */
    @Test
    void eachTellsItsTitle() throws Exception {
        List<String> lines = Files.readAllLines(DIRECTORY.resolve("titles.csv"));
        assertThat(lines.getFirst()).startsWith("file | title");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\\|", 2);
            ProofFile file = ProofFile.parse(Files.readAllBytes(DIRECTORY.resolve(cells[0].strip())));
            assertThat(Verification.of(file).title()).as(line).isEqualTo(cells[1].strip());
        }
    }

    @Test
    void theFilesAreAsTheyAreMade() throws Exception {
        for (Map.Entry<String, byte[]> vector : vectors().entrySet()) {
            Path file = DIRECTORY.resolve(vector.getKey());
            if (Boolean.getBoolean("vectors.write")) {
                Files.createDirectories(DIRECTORY);
                Files.write(file, vector.getValue());
            }
            assertThat(file).hasBinaryContent(vector.getValue());
        }
    }

    @Test
    void everyFileIsListed() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(DIRECTORY.resolve("vectors.csv"))) {
            listed.add(line.substring(0, line.indexOf('|')).strip());
        }
        assertThat(listed).containsAll(vectors().keySet());
    }

    private static String outcome(byte[] bytes, String key) {
        try {
            ProofFile file = ProofFile.parse(bytes);
            Verification verified = key == null ? Verification.of(file) : Verification.of(file, VerifierKey.parse(key));
            return "holds, entry %d of %d"
                    .formatted(verified.index(), verified.checkpoint().size());
        } catch (LogFormatException malformed) {
            return "malformed: " + malformed.getMessage();
        } catch (VerificationException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static Map<String, byte[]> vectors() throws IOException {
        Map<String, byte[]> vectors = new LinkedHashMap<>();
        VectorLog log = new VectorLog();
        ProofFile valid = log.file();
        String json = new String(valid.bytes(), StandardCharsets.UTF_8);
        vectors.put("valid.json", valid.bytes());
        tampered(log, valid).forEach((name, file) -> vectors.put(name, file.bytes()));
        malformed(json).forEach((name, text) -> vectors.put(name, text.getBytes(StandardCharsets.UTF_8)));
        titled().forEach((name, document) ->
                vectors.put(name, VectorLog.alone(document).bytes()));
        vectors.put("not-utf8.json", json.replace("Łódź", "Lodz\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        return vectors;
    }

    /** Documents that hold, and whose title is hostile, or none. */
    private static Map<String, String> titled() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("title-hostile.json", "{\"title\":\"\\u001b[2J\\u009b\u202eriA\\n\\u2028\\ud83c end\"}");
        documents.put("title-long.json", "{\"title\":\"" + "Air ".repeat(29) + "Air\ud83c\udf0d and on\"}");
        documents.put(
                "title-twice.json", "{\"title\":\"Clean air\",\"value\":{\"title\":1},\"\\u0074itle\":\"Foul air\"}");
        documents.put("title-not-words.json", "{\"title\":[\"Clean air\"]}");
        documents.put("title-within.json", "{\"a\":{\"title\":\"Clean air\"},\"b\":\"title:\"}");
        documents.put("title-deep.json", "{\"a\":" + "[".repeat(64) + "]".repeat(64) + ",\"title\":\"Clean air\"}");
        documents.put("title-not-deep.json", "{\"a\":" + "[".repeat(63) + "]".repeat(63) + ",\"title\":\"Clean air\"}");
        documents.put("title-of-no-object.json", "[{\"title\":\"Clean air\"}]");
        documents.put("title-of-no-json.json", "{\"title\":\"Clean air\"} and more");
        return documents;
    }

    /** Well formed, and false. */
    private static Map<String, ProofFile> tampered(VectorLog log, ProofFile valid) {
        TlogProof proof = valid.proof();
        SignedCheckpoint signed = proof.checkpoint();
        Checkpoint checkpoint = signed.checkpoint();
        Hash otherRoot = new Hasher().leaf("another history".getBytes(StandardCharsets.US_ASCII));
        Map<String, ProofFile> files = new LinkedHashMap<>();
        files.put("document-edited.json", with(valid, valid.document().replace("77.5", "78.5"), valid.leaf(), proof));
        files.put(
                "title-edited.json",
                with(valid, valid.document().replace("by month", "of heaven"), valid.leaf(), proof));
        files.put("entry-substituted.json", with(valid, VectorLog.document(78), log.leaf(78), proof));
        files.put("time-edited.json", with(valid, valid.document(), later(valid.leaf()), proof));
        files.put("index-edited.json", with(valid, new TlogProof(78, proof.path(), signed)));
        files.put("index-too-large.json", with(valid, new TlogProof(300, proof.path(), signed)));
        files.put("path-flipped.json", with(valid, new TlogProof(77, flipped(proof.path()), signed)));
        files.put("path-short.json", with(valid, new TlogProof(77, proof.path().subList(0, 8), signed)));
        files.put("path-long.json", with(valid, new TlogProof(77, longer(proof.path()), signed)));
        files.put(
                "size-edited.json",
                with(valid, edited(proof, new Checkpoint("hub.example/log", 301, checkpoint.root()))));
        files.put("root-edited.json", with(valid, edited(proof, new Checkpoint("hub.example/log", 300, otherRoot))));
        files.put(
                "origin-edited.json",
                with(valid, edited(proof, new Checkpoint("other.example/log", 300, checkpoint.root()))));
        SignedCheckpoint fork = SignedCheckpoint.sign(new Checkpoint("hub.example/log", 300, otherRoot), VectorLog.KEY);
        files.put("forked.json", with(valid, new TlogProof(77, proof.path(), fork)));
        SignedCheckpoint stranger = SignedCheckpoint.sign(checkpoint, VectorLog.OTHER_KEY);
        files.put("signed-by-other.json", with(valid, new TlogProof(77, proof.path(), stranger)));
        files.put(
                "signed-and-keyed-by-other.json",
                new ProofFile(
                        valid.document(),
                        valid.leaf(),
                        new TlogProof(77, proof.path(), stranger),
                        VectorLog.OTHER_KEY.verifier()));
        return files;
    }

    private static ProofFile with(ProofFile file, TlogProof proof) {
        return with(file, file.document(), file.leaf(), proof);
    }

    private static ProofFile with(ProofFile file, String document, Leaf leaf, TlogProof proof) {
        return new ProofFile(document, leaf, proof, file.key());
    }

    private static Leaf later(Leaf leaf) {
        return new Leaf(
                leaf.type(),
                leaf.id(),
                leaf.version(),
                leaf.sha256(),
                leaf.time().plusSeconds(1));
    }

    /** The old signatures under a new text. */
    private static TlogProof edited(TlogProof proof, Checkpoint checkpoint) {
        String signatures = proof.checkpoint().toString();
        String note = checkpoint.text() + signatures.substring(signatures.indexOf("\n\n") + 1);
        try {
            return new TlogProof(proof.index(), proof.path(), SignedCheckpoint.parse(note));
        } catch (LogFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Hash> flipped(List<Hash> path) {
        List<Hash> flipped = new ArrayList<>(path);
        byte[] bytes = path.get(4).toBytes();
        bytes[31] ^= 1;
        flipped.set(4, Hash.of(bytes));
        return flipped;
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(path.getFirst());
        return longer;
    }

    /** Not in the format: refused before anything is computed. */
    private static Map<String, String> malformed(String json) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("no-json.txt", "VERIFIED\n");
        files.put("member-missing.json", json.replaceFirst(",\\s*\"key\" : \"[^\"]*\"", ""));
        files.put("member-twice.json", json.replaceFirst("\\{", "{\"document\":\"{}\","));
        files.put("member-unknown.json", json.replaceFirst("\\{", "{\"certified\":\"true\","));
        files.put("member-not-a-string.json", json.replaceFirst("\"commonweal-proof@v1\"", "1"));
        files.put("format-unknown.json", json.replace("commonweal-proof@v1", "commonweal-proof@v2"));
        files.put("after-the-end.json", json + "{}");
        files.put("half-a-surrogate.json", json.replace("Łódź", "\\ud83c"));
        files.put("leaf-with-space.json", json.replace("{\\\"id\\\"", "{ \\\"id\\\""));
        files.put("size-with-zero.json", json.replace("log\\n300\\n", "log\\n0300\\n"));
        files.put("size-huge.json", json.replace("log\\n300\\n", "log\\n18446744073709551616\\n"));
        files.put("index-negative.json", json.replace("index 77", "index -77"));
        files.put("hash-not-canonical.json", notCanonical(json));
        files.put("signature-missing.json", json.replaceFirst("\\\\n\\\\n— .*\\\\n\"", "\\\\n\\\\n\""));
        files.put("windows-line-ends.json", json.replace("\\n", "\\r\\n"));
        return files;
    }

    /** The same 32 bytes with an unused bit set: another spelling of the same hash. */
    private static String notCanonical(String json) {
        int end = json.indexOf("=\\n");
        char last = json.charAt(end - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char other = alphabet.charAt(alphabet.indexOf(last) + 1);
        assertThat(Base64.getDecoder().decode("AA" + last + "="))
                .isEqualTo(Base64.getDecoder().decode("AA" + other + "="));
        return json.substring(0, end - 1) + other + json.substring(end);
    }
}
