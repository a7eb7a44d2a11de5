package org.commonweal.xlsform.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;

/** Says what a file is when it is not an .xlsx, so that its sender knows what to do. */
final class FileKind {

    private FileKind() {}

    static void requireXlsx(byte[] file) throws UnreadableWorkbookException {
        if (!startsWith(file, 'P', 'K', 3, 4)) {
            throw new UnreadableWorkbookException(Fault.ofFile(Rule.NOT_XLSX, describe(file)));
        }
    }

    private static String describe(byte[] file) {
        if (file.length == 0) {
            return "an empty file";
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "an old Excel workbook (.xls) or one with a password";
        }
        if (startsWith(file, '%', 'P', 'D', 'F')) {
            return "a PDF";
        }
        return isText(file) ? describeText(file) : "a file of another kind";
    }

    private static String describeText(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, 1_000), StandardCharsets.UTF_8);
        var start = head.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "a web page (HTML)";
        }
        if (start.startsWith("<")) {
            return "an XML file";
        }
        return start.lines().findFirst().orElse("").matches(".*[,;\\t].*") ? "a CSV file" : "a text file";
    }

    private static boolean isText(byte[] file) {
        for (var i = 0; i < Math.min(file.length, 1_000); i++) {
            if (file[i] >= 0 && file[i] < ' ' && file[i] != '\n' && file[i] != '\r' && file[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] file, int... head) {
        for (var i = 0; i < head.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
