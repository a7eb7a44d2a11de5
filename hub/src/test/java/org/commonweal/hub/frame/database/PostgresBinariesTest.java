package org.commonweal.hub.frame.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    /** As {@code data: ../hub} in commonweal.yaml or COMMONWEAL_DATA=./hub would have it. */
    @Test
    void areUnpackedWhereverTheFolderIsSaidToBe(@TempDir Path folder) throws IOException {
        Path said = folder.resolve("./elsewhere/../hub/postgres");
        Path home = PostgresBinaries.unpackInto(said);
        assertThat(home).isEqualTo(folder.resolve("hub/postgres"));
        assertThat(home.resolve("bin/postgres")).isExecutable();
        try (Stream<Path> all = Files.list(home.getParent())) {
            assertThat(all).containsExactly(home);
        }
    }
}
