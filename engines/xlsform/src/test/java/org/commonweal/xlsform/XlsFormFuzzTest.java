package org.commonweal.xlsform;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Feeds the reader with what a fuzzer makes up. A normal run replays the seeds in the resources; to search further:
 * {@code JAZZER_FUZZ=1 mvn -pl engines/xlsform test -Dtest='XlsFormFuzzTest#file' -Djazzer.hooks=true}.
 */
class XlsFormFuzzTest {

    @FuzzTest
    void file(byte[] file) {
        read(file);
    }

    /** The XML of a sheet within an otherwise sound file, where a fuzzer of bytes hardly ever gets through zip and sums. */
    @FuzzTest
    void sheetXml(byte[] xml) {
        read(new RawXlsx()
                .part(
                        "xl/worksheets/sheet1.xml",
                        new String(xml, StandardCharsets.ISO_8859_1),
                        StandardCharsets.ISO_8859_1)
                .bytes());
    }

    /** A drawn form: what is accepted must also load. */
    @FuzzTest
    void drawing(byte[] drawing) {
        try {
            var file = Drawing.xlsx(new String(drawing, StandardCharsets.UTF_8));
            Drawing.read(file).form().ifPresent(Filling::of);
        } catch (IllegalArgumentException | IllegalStateException notDrawable) {
            // The library that draws refuses some sheet names and a file without sheets.
        }
    }

    private static void read(byte[] file) {
        var result = Drawing.read(file);
        if (result.form().isPresent() != result.listErrors().isEmpty()) {
            throw new AssertionError("A form in spite of errors, or none without: " + result);
        }
        result.form().ifPresent(XForm::write);
    }
}
