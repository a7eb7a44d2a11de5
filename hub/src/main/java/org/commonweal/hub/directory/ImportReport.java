package org.commonweal.hub.directory;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.commonweal.hub.directory.dsi4eu.Note;
import org.commonweal.hub.frame.Csv;

/**
 * The report of an import: a CSV file with a line for each row and for everything that was done to it, and the counts.
 * The file appears under its name only when the import is done.
 */
final class ImportReport implements Closeable {
    private final Path target;
    private final Path fresh;
    private final Csv csv;
    private final Map<String, Integer> counts = new TreeMap<>();
    private boolean kept;

    private ImportReport(Path target, Path fresh, Csv csv) {
        this.target = target;
        this.fresh = fresh;
        this.csv = csv;
        csv.writeRecord("file", "row", "id", "name", "what", "field", "before", "after", "why");
    }

    /** @throws IOException when no file can be made there */
    static ImportReport open(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, "import-report-", ".part");
        return new ImportReport(target, fresh, Csv.to(Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)));
    }

    void note(Note note) {
        csv.writeRecord(
                note.file(),
                Integer.toString(note.row()),
                note.id(),
                note.name(),
                note.kind(),
                note.field(),
                note.before(),
                note.after(),
                note.why());
        String field = note.field().isEmpty() ? "" : note.field() + ": ";
        // Reasons that name other rows count as one.
        counts.merge(note.kind() + " " + field + note.why().replaceAll(" id .*", " id …"), 1, Integer::sum);
    }

    /** @param what became of the row: added, changed, unchanged, or kept as it was changed here */
    void row(String kind, String id, String name, String what) {
        csv.writeRecord(kind, "", id, name, what, "", "", "", what.equals("kept") ? "it was changed here" : "");
    }

    /** How often each thing was done, by what and why. */
    Map<String, Integer> counts() {
        return counts;
    }

    byte[] compressed() throws IOException {
        csv.flush();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(fresh, gzip);
        }
        return bytes.toByteArray();
    }

    /** Puts the file under its name. */
    void keep() throws IOException {
        csv.close();
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (kept) return;
        csv.close();
        Files.deleteIfExists(fresh);
    }
}
