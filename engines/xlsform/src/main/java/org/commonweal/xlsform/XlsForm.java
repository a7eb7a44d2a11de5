package org.commonweal.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.reading.FormReader;
import org.commonweal.xlsform.sheet.UnreadableWorkbookException;
import org.commonweal.xlsform.sheet.Workbook;

/**
 * Reads XLSForm spreadsheets.
 *
 * <pre>{@code
 * var result = XlsForm.read(Path.of("wells.xlsx"));
 * result.faults().forEach(f -> out.println(f.message()));
 * result.form().ifPresent(form -> out.println(XForm.write(form)));
 * }</pre>
 *
 * <p>Whatever the file holds, the answer is a {@link Result}: bad input is told as faults, never thrown. Safe for use by
 * several threads.
 */
public final class XlsForm {

    /**
     * What came of reading.
     *
     * @param form the form; empty when any fault is an error
     * @param faults errors and warnings in the order of the file; empty when there is nothing to say
     */
    public record Result(Optional<Form> form, List<Fault> faults) {

        public Result {
            faults = List.copyOf(faults);
        }

        /**
         * The form.
         *
         * @throws NoSuchElementException when an error stands in its way; the message tells all of them
         */
        public Form getForm() {
            return form.orElseThrow(() -> new NoSuchElementException(
                    String.join("\n", listErrors().stream().map(Fault::message).toList())));
        }

        /** Faults that must be mended before the form can be used. */
        public List<Fault> listErrors() {
            return faults.stream().filter(Fault::isError).toList();
        }

        /** Faults that the form can be used in spite of. */
        public List<Fault> listWarnings() {
            return faults.stream().filter(f -> !f.isError()).toList();
        }
    }

    private XlsForm() {}

    /**
     * Reads a file; its name stands in for a form id and title that its settings lack.
     *
     * @throws IOException when the file cannot be read from disk
     */
    public static Result read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString());
        }
    }

    /**
     * Reads an upload to its end, or as far as a form may be long; does not close it.
     *
     * @param fileName as the sender named it, or the empty string; only ever used as words
     * @throws IOException when the stream breaks off
     */
    public static Result read(InputStream in, String fileName) throws IOException {
        var bytes = in.readNBytes(Workbook.maxFileBytes() + 1);
        try {
            var outcome = FormReader.read(Workbook.read(bytes), fileName);
            return new Result(outcome.form(), outcome.faults());
        } catch (UnreadableWorkbookException e) {
            return new Result(Optional.empty(), List.of(e.fault()));
        }
    }
}
