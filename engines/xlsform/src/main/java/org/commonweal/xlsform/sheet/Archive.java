package org.commonweal.xlsform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;

/** The parts of an .xlsx, unpacked within bounds. */
final class Archive {

    /** The part that says what the others are (ECMA-376 part 2, 6.2.3). */
    static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final List<String> BESIDE_CELLS = List.of(
            "xl/theme/",
            "xl/drawings/",
            "xl/charts/",
            "xl/media/",
            "xl/comments",
            "xl/threadedComments/",
            "xl/persons/",
            "xl/pivotTables/",
            "xl/pivotCache/",
            "xl/externalLinks/",
            "xl/customProperty",
            "xl/ctrlProps/");

    private final Limits limits;
    private final SequencedMap<String, byte[]> parts = new LinkedHashMap<>();
    private long unpacked;

    private Archive(Limits limits) {
        this.limits = limits;
    }

    /** Unpacks the parts that cells are read from; pictures, comments, macros and the like are left packed. */
    static SequencedMap<String, byte[]> unpack(byte[] file, Limits limits) throws UnreadableWorkbookException {
        var archive = new Archive(limits);
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            archive.readEntries(zip);
        } catch (EOFException e) {
            throw damaged("it ends in the middle");
        } catch (IOException | RuntimeException e) {
            // Contradictions in the directory of a zip surface as unchecked exceptions too.
            throw damaged("it does not unpack, as after an upload that broke off");
        }
        return archive.parts;
    }

    /** Packs parts anew, without compression: only what was checked goes on to the spreadsheet library. */
    static byte[] pack(SequencedMap<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen in memory", e);
        }
        return bytes.toByteArray();
    }

    private void readEntries(ZipFile zip) throws IOException, UnreadableWorkbookException {
        var entries = 0;
        for (var entry : Collections.list(zip.getEntries())) {
            if (++entries > limits.entries()) {
                throw tooLarge("an archive of over " + limits.entries() + " parts", limits.entries() + " parts");
            }
            if (isOfCells(entry.getName())) {
                requireUsualPacking(entry);
                var content = readEntry(zip.getInputStream(entry), entry.getCompressedSize());
                if (parts.putIfAbsent(entry.getName(), content) != null) {
                    throw damaged("part ‹" + entry.getName() + "› is there twice");
                }
            }
        }
    }

    // ECMA-376 part 2, annex B: stored or deflated, nothing else. Others want libraries that may not be there.
    private static void requireUsualPacking(ZipArchiveEntry entry) throws UnreadableWorkbookException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw damaged("part ‹" + entry.getName() + "› is packed in a way that no spreadsheet program uses");
        }
    }

    private byte[] readEntry(InputStream in, long packedBytes) throws IOException, UnreadableWorkbookException {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            content.write(buffer, 0, n);
            unpacked += n;
            if (unpacked > limits.unpackedBytes()) {
                var bound = limits.unpackedBytes() + " bytes";
                throw tooLarge("an archive that unpacks to over " + bound, bound);
            }
            if (content.size() > limits.ratioFromBytes() && content.size() / limits.ratio() > packedBytes) {
                throw tooLarge("a part packed more than " + limits.ratio() + "-fold", limits.ratio() + "-fold");
            }
        }
        return content.toByteArray();
    }

    private static boolean isOfCells(String name) {
        return name.equals(CONTENT_TYPES)
                || (name.startsWith("xl/")
                        && (name.endsWith(".xml") || name.endsWith(".rels"))
                        && BESIDE_CELLS.stream().noneMatch(name::startsWith));
    }

    private static UnreadableWorkbookException damaged(String why) {
        return new UnreadableWorkbookException(Fault.ofFile(Rule.DAMAGED_XLSX, why));
    }

    private static UnreadableWorkbookException tooLarge(String what, String bound) {
        return new UnreadableWorkbookException(Fault.ofFile(Rule.TOO_LARGE, what, bound));
    }
}
