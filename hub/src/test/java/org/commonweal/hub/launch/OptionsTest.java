package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void takesTheHousesSettingsFromAnywhereAndLeavesTheRestToTheWord() {
        Options options = parse("import directory --port=9000 a.csv --data here b.csv --dry-run");
        assertThat(options.word()).isEqualTo("import");
        assertThat(options.rest()).containsExactly("directory", "a.csv", "b.csv", "--dry-run");
        assertThat(options.settings())
                .containsEntry("commonweal.port", "9000")
                .containsEntry(
                        "commonweal.data", Path.of("here").toAbsolutePath().toString());
    }

    @Test
    void withoutAWordItIsUp() {
        assertThat(parse("--commonweal.port=9000").word()).isEqualTo("up");
        assertThat(parse("--commonweal.port=9000").forSpring()).containsExactly("--commonweal.port=9000");
    }

    @Test
    void aBrokenSettingIsToldWithItsRule() {
        assertThatThrownBy(() -> parse("up --port 80800"))
                .hasMessage("--port must be a number from 1 to 65535, was «80800».");
        assertThatThrownBy(() -> parse("up --db"))
                .hasMessageStartingWith("--db needs a value, as in «--db postgresql:");
    }

    /** In a command line everybody reads it. */
    @Test
    void noExampleSaysAPassword() {
        assertThatThrownBy(() -> parse("up --db"))
                .hasMessageContaining("COMMONWEAL_DB")
                .hasMessageNotContaining("password=");
    }

    @Test
    void aSettingByItsWholeNameKeepsToTheSameRules() {
        assertThatThrownBy(() -> parse("up --commonweal.port=80800"))
                .hasMessage("--port must be a number from 1 to 65535, was «80800».");
        assertThat(parse("up --commonweal.data=here").settings())
                .containsEntry(
                        "commonweal.data", Path.of("here").toAbsolutePath().toString());
        assertThat(parse("up --commonweal.db=postgresql://a?b=c").settings())
                .containsEntry("commonweal.db", "postgresql://a?b=c");
        assertThat(parse("up --commonweal.mail-from=a@b --spring.mail.properties.mail.smtp.auth=true")
                        .forSpring())
                .containsExactly("--commonweal.mail-from=a@b", "--spring.mail.properties.mail.smtp.auth=true");
    }

    @Test
    void aSettingThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> parse("up --commonweal.prot=9").require(false, "--port", "--data"))
                .hasMessageStartingWith("«up» takes no option --commonweal.prot=9. Did you mean --port?");
        assertThatThrownBy(() -> parse("up --commonweal.port 9000").require(false, "--port"))
                .hasMessageStartingWith("«up» takes no option --commonweal.port.");
        assertThatThrownBy(() -> parse("up --sprung.mail.host=a").require(false, "--port"))
                .hasMessageStartingWith("«up» takes no option --sprung.mail.host=a.");
        assertThatThrownBy(() -> parse("backup a --commonweal.port=9000").require(true, "--data"))
                .hasMessageStartingWith("«backup» takes no option --port.");
    }

    @Test
    void whatAWordHasNoUseForIsRefusedWithWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> parse("up --prot 9000").require(false, "--port", "--data"))
                .hasMessageStartingWith("«up» takes no option --prot. Did you mean --port?");
        assertThatThrownBy(() -> parse("restore a --keis=b").require(true, "--keys"))
                .hasMessageStartingWith("«restore» takes no option --keis=b. Did you mean --keys?");
        assertThatThrownBy(() -> parse("backup -v a").require(true))
                .hasMessageStartingWith("«backup» takes no option -v. «");
        assertThatThrownBy(() -> parse("doctor now").require(false)).hasMessageStartingWith("«doctor» takes no «now».");
        parse("restore a --keys b --data c").require(true, "--keys", "--data");
    }

    @Test
    void aSettingOfTheHouseIsRefusedByAWordThatHasNoUseForIt() {
        assertThatThrownBy(() -> parse("backup a --port 9000").require(true, "--data"))
                .hasMessage("«backup» takes no option --port. «./commonweal help backup» tells what it takes.");
        assertThatThrownBy(() -> parse("import directory a --port 9000").requireHouse("--data"))
                .hasMessageStartingWith("«import» takes no option --port.");
    }

    private static Options parse(String line) {
        return Options.parse(List.of(line.split(" ")));
    }
}
