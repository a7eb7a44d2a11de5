package org.commonweal.hub.launch.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTest {
    @TempDir
    Path folder;

    @Test
    void anyOpenPgpProgramOpensIt() throws Exception {
        Path gpg = Path.of("/usr/bin/gpg");
        assumeThat(Files.isExecutable(gpg)).as("gpg is installed").isTrue();
        Path file = folder.resolve("archive");
        ArchiveFile.write(file, SmallHub.PASSPHRASE, archive -> {
            archive.json("hello.json", "it opens");
            archive.json(Ending.NAME, new Ending(Map.of(), 0));
        });

        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "gpg --homedir . --batch --pinentry-mode loopback --passphrase '"
                                + new String(SmallHub.PASSPHRASE) + "' -d archive 2>gpg.log | tar xzO hello.json")
                .directory(folder.toFile())
                .start();
        assertThat(process.inputReader().readLine())
                .as(Files.readString(folder.resolve("gpg.log")))
                .isEqualTo("\"it opens\"");
    }
}
