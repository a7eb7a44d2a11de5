package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.proof.TlogProof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our log, read by sigstore-java: software that shares no code with ours. */
class IndependentReaderTest {
    private static final int SIZE = 300;

    @TempDir
    Path directory;

    private Log log;
    private RekorEntry.Checkpoint checkpoint;

    @BeforeEach
    void fill() throws Exception {
        log = Log.create(directory, SignerKey.generate("hub.example/log"));
        for (int i = 0; i < SIZE; i++) {
            log.append(entry(i));
        }
        log.append(entry(SIZE)).join();
        checkpoint = Checkpoints.from(Files.readString(log.publicFiles().resolve("checkpoint")));
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void sigstoreReadsTheCheckpoint() {
        assertThat(checkpoint.getOrigin()).isEqualTo("hub.example/log");
        assertThat(checkpoint.getSize()).isEqualTo(SIZE + 1L);
        assertThat(checkpoint.getBase64Hash())
                .isEqualTo(log.checkpoint().checkpoint().root().toBase64());
        assertThat(checkpoint.getSignatures())
                .singleElement()
                .satisfies(signature -> assertThat(signature.getIdentity()).isEqualTo("hub.example/log"));
    }

    @Test
    void theSignatureThatSigstoreReadsFitsTheTextThatSigstoreReads() throws Exception {
        String vkey = log.key().toString();
        byte[] typeAndKey = Base64.getDecoder().decode(vkey.substring(vkey.indexOf('+', vkey.indexOf('+') + 1) + 1));
        String x509 = "302a300506032b6570032100" + HexFormat.of().formatHex(typeAndKey, 1, 33);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(x509))));
        ed25519.update(checkpoint.getSignedData().getBytes(StandardCharsets.UTF_8));
        assertThat(ed25519.verify(checkpoint.getSignatures().getFirst().getSignature()))
                .isTrue();
    }

    @Test
    void sigstoreVerifiesEveryInclusionProof() throws Exception {
        for (int i = 0; i <= SIZE; i++) {
            verify(i, log.prove(i), i);
        }
    }

    @Test
    void sigstoreRefusesTheProofOfAnotherEntry() throws Exception {
        TlogProof proof = log.prove(7);
        assertThatThrownBy(() -> verify(8, proof, 7)).isInstanceOf(InclusionProofVerificationException.class);
        assertThatThrownBy(() -> verify(7, proof, 8)).isInstanceOf(InclusionProofVerificationException.class);
    }

    private void verify(int entry, TlogProof proof, long index) throws InclusionProofVerificationException {
        List<byte[]> path = proof.path().stream().map(Hash::toBytes).toList();
        byte[] root = Base64.getDecoder().decode(checkpoint.getBase64Hash());
        InclusionProofVerifier.verify(
                new Hasher().leaf(entry(entry)).toBytes(), index, checkpoint.getSize(), path, root);
    }

    private static byte[] entry(int i) {
        return ("entry " + i).getBytes();
    }
}
