package org.commonweal.hub.directory.dsi4eu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of files that are no export. */
class ExportTest {
    private static final int LARGE = 200_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                             | an export is a JSON array of objects
            {"a":1}                                        | an export is a JSON array of objects
            []                                             | an export is a JSON array of objects
            [{"name":"x","mail":"y"}]                      | Fields there: name, mail.
            [{"project_id":1},⏎{"project_id":2,,}]         | line 2, column
            [{"project_id":1},⏎{"project_id":2             | line 2, column
            [{"project_id":1}                              | the JSON is broken
            <html>sign in first</html>                     | an export is a JSON array of objects
            name,website⏎A circle,https://example.org      | Give organisations2.json or projects2.json
            """)
    void aBrokenFileIsToldWithItsPlace(String text, String told) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.json"), text.replace('⏎', '\n'));
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(UnreadableExport.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(told)
                .message()
                .doesNotContain("Unexpected", "code ", "JSON String");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Export.open(folder.resolve("none.json")))
                .hasMessageEndingWith("there is no such file.");
    }

    @Test
    void otherLettersThanUtf8AreNamed() throws Exception {
        byte[] latin1 = "[{\"project_id\":1,\"project_name\":\"Café\"}]".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("rows.json"), latin1);
        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("Save the file again as UTF-8");
    }

    @Test
    void aTextOf200MegabytesIsRefusedBeforeItIsRead() throws Exception {
        Path file = folder.resolve("rows.json");
        byte[] piece = new byte[1_000_000];
        Arrays.fill(piece, (byte) 'a');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("[{\"project_id\":1,\"project_name\":\"".getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < LARGE; written += piece.length) out.write(piece);
            out.write("\"}]".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("longer than 500000 characters");
    }

    @Test
    void aNumberOfAThousandDigitsIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("rows.json"), "[{\"project_id\":" + "9".repeat(1000) + "}]");
        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("100 digits");
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("rows.json"), "[{\"project_id\":" + "[".repeat(10_000));
        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("nested deeper than 20");
    }

    @Test
    void kindsAreToldByContent() throws Exception {
        assertThat(Export.open(Files.writeString(folder.resolve("a"), "[{\"organisation_id\":1}]"))
                        .holds())
                .isEqualTo(Export.Holds.ORGANISATIONS);
        assertThat(Export.open(Files.writeString(folder.resolve("b"), "[{\"project_id\":1}]"))
                        .holds())
                .isEqualTo(Export.Holds.PROJECTS);
    }

    private static void readAll(Path file) throws UnreadableExport {
        Export.open(file).forEach(row -> {});
    }
}
