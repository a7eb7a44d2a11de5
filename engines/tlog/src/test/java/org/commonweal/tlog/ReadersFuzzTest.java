package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.proof.Leaf;
import org.commonweal.tlog.proof.ProofFile;
import org.commonweal.tlog.proof.TlogProof;
import org.commonweal.tlog.proof.Verification;
import org.commonweal.tlog.tiles.EntryBundle;
import org.commonweal.tlog.tiles.Tile;
import org.commonweal.tlog.tiles.TilePath;

/**
 * Readers of what comes from outside: each either refuses with its checked exception, or reads something that is written
 * again as the very same bytes. A normal run takes the seeds that stand in resources. To search for more, one method at a
 * time, with {@code JAZZER_FUZZ=1} in the environment: {@code mvn -pl engines/tlog test
 * -Dtest=ReadersFuzzTest#checkpoint -DargLine=-Djazzer.hooks=true}.
 */
class ReadersFuzzTest {
    @FuzzTest
    void checkpoint(byte[] bytes) {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(bytes);
            assertThat(signed.toBytes()).isEqualTo(bytes);
            assertThat(signed.checkpoint().text()).isEqualTo(signed.note().text());
        } catch (LogFormatException refused) {
            assertThat(refused).message().isNotEmpty();
        }
    }

    @FuzzTest
    void tile(byte[] bytes) {
        TilePath path = TilePath.tile(0, 0, 1 + bytes.length / Hash.BYTES % TilePath.FULL);
        try {
            assertThat(Tile.bytes(Tile.parse(path, bytes))).isEqualTo(bytes);
        } catch (LogFormatException refused) {
            assertThat(refused).message().contains("must have");
        }
    }

    @FuzzTest
    void bundle(byte[] bytes) {
        TilePath path = TilePath.entries(0, bytes.length == 0 ? 1 : 1 + Byte.toUnsignedInt(bytes[bytes.length - 1]));
        try {
            List<byte[]> entries = EntryBundle.parse(path, bytes);
            assertThat(entries).hasSize(path.width());
            assertThat(EntryBundle.bytes(entries)).isEqualTo(bytes);
        } catch (LogFormatException refused) {
            assertThat(refused).message().contains(path.toString());
        }
    }

    @FuzzTest
    void tilePath(byte[] bytes) {
        String path = new String(bytes);
        try {
            assertThat(TilePath.parse(path)).hasToString(path);
        } catch (LogFormatException refused) {
            assertThat(refused).message().contains("A tile's path is");
        }
    }

    @FuzzTest
    void verifierKey(byte[] bytes) {
        String vkey = new String(bytes);
        try {
            assertThat(VerifierKey.parse(vkey)).hasToString(vkey);
        } catch (LogFormatException refused) {
            assertThat(refused).message().isNotEmpty();
        }
    }

    @FuzzTest
    void leaf(byte[] bytes) {
        try {
            assertThat(Leaf.parse(bytes).bytes()).isEqualTo(bytes);
        } catch (LogFormatException refused) {
            assertThat(refused).message().isNotEmpty();
        }
    }

    @FuzzTest
    void proof(byte[] bytes) {
        String text = new String(bytes);
        try {
            TlogProof proof = TlogProof.parse(text);
            assertThat(TlogProof.parse(proof.toString())).isEqualTo(proof);
        } catch (LogFormatException refused) {
            assertThat(refused).message().isNotEmpty();
        }
    }

    @FuzzTest
    void proofFile(byte[] bytes) {
        try {
            ProofFile file = ProofFile.parse(bytes);
            assertThat(ProofFile.parse(file.bytes())).isEqualTo(file);
            Verification.of(file);
        } catch (LogFormatException | VerificationException refused) {
            assertThat(refused).message().isNotEmpty();
        }
    }

    /** Not from outside, but after a crash it may hold anything. */
    @FuzzTest
    void journalRecord(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        JournalRecord.read(in).ifPresent(read -> {
            byte[] whole = new byte[in.position()];
            in.get(0, whole);
            assertThat(read.bytes()).isEqualTo(whole);
        });
    }
}
