package org.commonweal.hub.campaigns.sensors;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.intake.Arrival;
import org.commonweal.hub.campaigns.intake.Intake;
import org.commonweal.hub.campaigns.intake.Outcome;
import org.commonweal.hub.frame.Command;
import org.springframework.stereotype.Component;

/**
 * {@code import observations FILE --campaign ADDRESS --map column=question …}: a CSV with a head line, one reading a row.
 * A column mapped to {@code @time} says when; without one a question for a date does. The whole file is checked before
 * the first row is stored, and a row brought twice is stored once.
 */
@Component
class ObservationImport implements Command {
    private static final int GROUP = 500;
    private static final int MOST_FAULTS_TOLD = 20;
    private final Campaigns campaigns;
    private final Readings readings;
    private final Intake intake;

    ObservationImport(Campaigns campaigns, Readings readings, Intake intake) {
        this.campaigns = campaigns;
        this.readings = readings;
        this.intake = intake;
    }

    @Override
    public String name() {
        return "import observations";
    }

    @Override
    public String usage() {
        return "FILE --campaign ADDRESS --map column=question … [--map column=@time]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        ObservationArguments parsed = ObservationArguments.parse(arguments);
        Readings.Target target = readings.requireTarget(campaigns.getByAddress(parsed.campaign()));
        ReadingRows rows = new ReadingRows(target, parsed.mapping());
        List<Arrival> arrivals = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(parsed.file())) {
            for (NamedCsvRecord record : csv) rows.read(record, arrivals, faults, readings);
        } catch (CsvParseException | UncheckedIOException broken) {
            faults.add("The file is no CSV in UTF-8: " + broken.getMessage());
        }
        if (!faults.isEmpty()) return tell(faults, out);
        store(arrivals, out);
        return 0;
    }

    private static int tell(List<String> faults, PrintStream out) {
        faults.stream().limit(MOST_FAULTS_TOLD).forEach(out::println);
        if (faults.size() > MOST_FAULTS_TOLD) out.println("… and " + (faults.size() - MOST_FAULTS_TOLD) + " more.");
        out.println("Nothing was stored.");
        return 1;
    }

    private void store(List<Arrival> arrivals, PrintStream out) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (int from = 0; from < arrivals.size(); from += GROUP) {
            List<Arrival> group = arrivals.subList(from, Math.min(arrivals.size(), from + GROUP));
            intake.acceptAll(group).forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
            out.println("  " + (from + group.size()) + " of " + arrivals.size());
        }
        out.println(counts.getOrDefault(Outcome.STORED, 0) + " readings stored, "
                + counts.getOrDefault(Outcome.KNOWN, 0) + " were here already.");
    }
}
