package org.commonweal.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of c2sp.org/tlog-cosignature: a log's signature and a witness's. */
    private static final String SPEC = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void theSpecificationsExample() throws Exception {
        SignedCheckpoint signed = SignedCheckpoint.parse(SPEC);
        assertThat(signed.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(signed.checkpoint().size()).isEqualTo(20_852_163);
        assertThat(signed.checkpoint().root().toBase64()).isEqualTo(ROOT);
        assertThat(signed.note().signatures()).hasSize(2);
        assertThat(signed).hasToString(SPEC);
    }

    @Test
    void extensionLinesAreKept() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse("o\n0\n" + ROOT + "\nmore\nand more\n");
        assertThat(checkpoint.extensions()).isEqualTo(List.of("more", "and more"));
        assertThat(checkpoint.text()).isEqualTo("o\n0\n" + ROOT + "\nmore\nand more\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            o/7/                                                 | lines origin, size, root
            o/7/ROOT                                             | ends in a newline
            /7/ROOT/                                             | no empty line
            o/7/ROOT//x/                                         | no empty line
            o/007/ROOT/                                          | without leading zeros, was ‹007›
            o/-7/ROOT/                                           | was ‹-7›
            o/+7/ROOT/                                           | was ‹+7›
            o/7 /ROOT/                                           | was ‹7 ›
            o/٧/ROOT/                                            | was ‹٧›
            o/9223372036854775808/ROOT/                          | below 2^63
            o/99999999999999999999999999999999999999999999/ROOT/ | at most 19 digits
            o/7/CsUYapGGPo4dkMgIAUqom+Xajj7h2fB2MPA3j2jxq2I/     | not canonical base64
            o/7/CsUYapGGPo4dkMgIAUqom+Xajj7h2fB2MPA3j2jxq2J=/    | not canonical base64
            o/7/CsUYapGGPo4=/                                    | 32 bytes, held 8
            """)
    void notACheckpoint(String lines, String reason) {
        String text = lines.replace('/', '\n').replace("ROOT", ROOT);
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(LogFormatException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anotherLogsCheckpointIsRefusedThoughTheKeySigned() throws Exception {
        SignerKey key = SignerKey.generate("hub.example/log");
        Checkpoint other = new Checkpoint(
                "other.example/log", 0, Checkpoint.parse("o\n0\n" + ROOT + "\n").root());
        assertThatThrownBy(() -> SignedCheckpoint.sign(other, key).verify(key.verifier()))
                .isInstanceOf(VerificationException.class)
                .hasMessage("The checkpoint is of the log ‹other.example/log›, the key of hub.example/log");
    }
}
