package org.commonweal.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The worked example of c2sp.org/signed-note. */
    private static final String SPEC_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String SPEC_NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /** Keys and note of Go's golang.org/x/mod/sumdb/note, from which the format comes. */
    private static final String GO_SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GO_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String GO_NOTE = GO_TEXT + """

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void theSpecificationsExampleVerifies() throws Exception {
        VerifierKey key = VerifierKey.parse(SPEC_KEY);
        SignedNote note = SignedNote.parse(SPEC_NOTE);
        note.verify(key);
        assertThat(key).hasToString(SPEC_KEY);
        assertThat(key.id()).isEqualTo(0x530d903a);
        assertThat(note).hasToString(SPEC_NOTE);
    }

    @Test
    void theGoKeySignsTheGoNoteByteForByte() throws Exception {
        SignerKey key = SignerKey.parse(GO_SIGNER);
        assertThat(key.verifier()).hasToString(GO_VERIFIER);
        assertThat(key.sign(GO_TEXT)).hasToString(GO_NOTE);
        assertThat(key.encoded()).isEqualTo(GO_SIGNER);
        assertThat(key.toString()).doesNotContain("AYEKFALV");
    }

    @Test
    void anAlteredTextIsRefused() throws Exception {
        SignedNote note = SignedNote.parse(SPEC_NOTE.replace("example message", "exemple message"));
        assertThatThrownBy(() -> note.verify(VerifierKey.parse(SPEC_KEY)))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("altered");
    }

    @Test
    void anUnknownSignatureProvesNothingAndHarmsNothing() throws Exception {
        SignedNote go = SignedNote.parse(GO_NOTE);
        assertThatThrownBy(() -> go.verify(VerifierKey.parse(SPEC_KEY)))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("No signature by the key example.com/foo")
                .hasMessageContaining("signed by: PeterNeumann");
        SignedNote cosigned = SignedNote.parse(GO_NOTE + "— witness.example/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoc=\n");
        cosigned.verify(VerifierKey.parse(GO_VERIFIER));
        assertThat(cosigned.signatures()).hasSize(2);
    }

    @Test
    void theTextMayHaveEmptyLines() throws Exception {
        SignerKey key = SignerKey.parse(GO_SIGNER);
        SignedNote note = SignedNote.parse(key.sign("one\n\n\ntwo\n").toString());
        assertThat(note.text()).isEqualTo("one\n\n\ntwo\n");
        note.verify(key.verifier());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n— name AAAAAA==\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAAAAAA",
                "text\n\n— two words AAAAAAAA\n",
                "text\n\n— a+b AAAAAAAA\n",
                "text\n\n—  AAAAAAAA\n",
                "text\n\n— name AAAAAAAA\ngarbage\n",
                "text\n\n— name AAAAAAAA\n— name AAAAAAAB\n",
                "text\r\n\n— name AAAAAAAA\n",
                "te\u0000xt\n\n— name AAAAAAAA\n",
            })
    void notANote(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(LogFormatException.class);
    }

    @Test
    void boundsAndEncoding() {
        String many = "— %d AAAAAAAA\n";
        StringBuilder lines = new StringBuilder("text\n\n");
        for (int i = 0; i < 65; i++) {
            lines.append(many.formatted(i));
        }
        assertThatThrownBy(() -> SignedNote.parse(lines.toString())).hasMessageContaining("at most 64 signatures");
        assertThatThrownBy(() -> SignedNote.parse("x".repeat(300_000))).hasMessageContaining("at most");
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {'a', (byte) 0xff}))
                .hasMessageContaining("UTF-8");
    }

    /** The first two from Go's note_test.go: a key of 34 bytes and an unknown type, each with a fitting key ID. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                ""
            })
    void notAVerifierKey(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(LogFormatException.class);
    }

    /** The type is one byte more and is not counted with the key. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01 | 31 | type 01, 31 bytes
            01 | 33 | type 01, 33 bytes
            02 | 32 | type 02, 32 bytes
            01 | 0  | type 01, 0 bytes
            """)
    void aKeyOfAnotherKindIsToldByItsTypeAndLength(String type, int bytes, String told) {
        byte[] encoded = new byte[1 + bytes];
        encoded[0] = Byte.parseByte(type, 16);
        assertThatThrownBy(() -> VerifierKey.parse(
                        "PeterNeumann+c74f20a3+" + Base64.getEncoder().encodeToString(encoded)))
                .isInstanceOf(LogFormatException.class)
                .hasMessage("The key of PeterNeumann is not Ed25519 (type 01 and 32 bytes): " + told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDF",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a2+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+****",
            })
    void aFalseSignerKeyIsRefusedWithoutShowingIt(String encoded) {
        assertThatThrownBy(() -> SignerKey.parse(encoded))
                .isInstanceOf(LogFormatException.class)
                .message()
                .doesNotContain("EKFALVFGyNhPJE");
    }
}
