package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void letsNoCellRunAsAFormula() throws Exception {
        StringWriter out = new StringWriter();
        try (Csv csv = Csv.to(out)) {
            csv.writeRecord("=1+1", "+a", "-a", "@a", "\ta", "-1+cmd|' /C calc'!A0", "+1 555 0100");
            csv.writeRecord(List.of("a=1", "-12.5", "+3", "-1.5e-7", "-.5", "", "7"));
            csv.writeRecord(null, "x");
        }
        assertThat(out.toString().lines())
                .containsExactly(
                        "'=1+1,'+a,'-a,'@a,'\ta,'-1+cmd|' /C calc'!A0,'+1 555 0100",
                        "a=1,-12.5,+3,-1.5e-7,-.5,,7",
                        ",x");
    }

    /** Every download goes by this one; another writer would be one without the guard. */
    @Test
    void isTheOnlyWriterOfTables() throws Exception {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> read(path).contains("fastcsv.writer"))
                            .map(path -> path.getFileName().toString()))
                    .containsExactly("Csv.java");
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
