package org.commonweal.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A form of twenty questions, a place, a photo and a repeat, and answers to it. */
final class BenchForm {
    private static final int QUESTIONS = 20;
    private static final int SIGHTINGS = 2;

    private BenchForm() {}

    static byte[] sheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet survey = workbook.newWorksheet("survey");
            int row = 0;
            write(survey, row++, "type", "name", "label");
            for (int i = 0; i < QUESTIONS; i++)
                write(survey, row++, isNumber(i) ? "integer" : "text", "q" + i, "Question " + i);
            write(survey, row++, "geopoint", "loc", "Where?");
            write(survey, row++, "image", "photo", "A photo");
            write(survey, row++, "begin repeat", "obs", "What was seen");
            write(survey, row++, "text", "sp", "Species");
            write(survey, row++, "integer", "cnt", "How many?");
            write(survey, row, "end repeat", "", "");
            Worksheet settings = workbook.newWorksheet("settings");
            write(settings, 0, "form_title", "form_id", "version");
            write(settings, 1, "Bench", "bench", "1");
        }
        return out.toByteArray();
    }

    /**
     * A new record.
     *
     * @param consent the acknowledge question that the hub puts before the form, as an element
     * @param photo the file's name, empty for none
     */
    static byte[] answers(String id, String version, String consent, String photo) {
        StringBuilder xml = new StringBuilder(2048)
                .append("<data xmlns:orx=\"http://openrosa.org/xforms\" id=\"")
                .append(id)
                .append("\" version=\"")
                .append(version)
                .append("\">")
                .append(consent);
        for (int i = 0; i < QUESTIONS; i++)
            xml.append("<q%d>%s</q%d>".formatted(i, isNumber(i) ? 7 * i : "what somebody saw here, élève " + i, i));
        xml.append("<loc>44.8 20.46 117 5</loc><photo>").append(photo).append("</photo>");
        for (int i = 0; i < SIGHTINGS; i++)
            xml.append("<obs><sp>Passer domesticus</sp><cnt>").append(i + 1).append("</cnt></obs>");
        xml.append("<orx:meta><orx:instanceID>uuid:")
                .append(UUID.randomUUID())
                .append("</orx:instanceID></orx:meta></data>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isNumber(int question) {
        return question % 4 == 0;
    }

    private static void write(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++)
            if (!cells[column].isEmpty()) sheet.value(row, column, cells[column]);
    }
}
