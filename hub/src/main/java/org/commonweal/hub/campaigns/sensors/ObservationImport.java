package org.commonweal.hub.campaigns.sensors;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.intake.Arrival;
import org.commonweal.hub.campaigns.intake.Intake;
import org.commonweal.hub.campaigns.intake.Outcome;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Command;
import org.commonweal.hub.frame.Refusal;
import org.springframework.stereotype.Component;

/**
 * {@code import observations FILE --campaign ADDRESS --map column=question …}: a CSV with a head line, one reading a row.
 * A column mapped to {@code @time} says when; without one a question for a date does. The file is read twice and never
 * held: every row is checked before the first is stored, and a row brought twice is stored once. Rows are stored in
 * groups: what breaks off in between is brought to its end by the same file again.
 */
@Component
class ObservationImport implements Command {
    private static final int GROUP = 500;
    private static final int TOLD_EVERY = 10_000;
    private static final int MOST_FAULTS_TOLD = 20;
    private final Campaigns campaigns;
    private final Readings readings;
    private final Intake intake;
    private final Clock clock;
    private final Audit audit;

    ObservationImport(Campaigns campaigns, Readings readings, Intake intake, Clock clock, Audit audit) {
        this.campaigns = campaigns;
        this.readings = readings;
        this.intake = intake;
        this.clock = clock;
        this.audit = audit;
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
        Readings.Target target = readings.requireTarget(find(parsed.campaign()));
        ReadingRows rows = new ReadingRows(target, parsed.mapping(), clock);
        if (!Files.isReadable(parsed.file())) throw Refusal.invalid("There is no file " + parsed.file() + " to read.");
        Faults faults = new Faults();
        long count = check(parsed.file(), rows, faults);
        if (faults.all > 0) return tell(faults, out);
        return store(parsed.file(), rows, target.campaign(), count, out);
    }

    private Campaign find(String address) {
        try {
            return campaigns.getByAddress(address);
        } catch (Refusal none) {
            throw Refusal.invalid("There is no campaign ‹" + address
                    + "› on this hub. Its address is the last part of its" + " page's, such as wells-3k9m2x7q.");
        }
    }

    private static final class Faults {
        private final List<String> first = new ArrayList<>();
        private long all;

        void add(String fault) {
            if (first.size() < MOST_FAULTS_TOLD) first.add(fault);
            all++;
        }
    }

    private static long check(Path file, ReadingRows rows, Faults faults) throws IOException {
        long count = 0;
        long line = 1;
        try (CsvReader<NamedCsvRecord> csv = Table.open(file)) {
            for (NamedCsvRecord record : csv) {
                line = record.getStartingLineNumber();
                if (count++ == 0) {
                    Optional<String> head = rows.findFault(record.getHeader());
                    head.ifPresent(faults::add);
                    if (head.isPresent()) return count;
                }
                rows.findFault(record).ifPresent(faults::add);
            }
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException broken) {
            faults.add(told(broken, line));
        }
        if (count == 0 && faults.all == 0) faults.add("The file has no rows below its head line.");
        return count;
    }

    // Lines are those of the file, the head line being the first: the reader counts in ways of its own.
    private static String told(Exception broken, long line) {
        Throwable cause = broken;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause instanceof CharacterCodingException
                ? "Below line " + line + " the file is not in UTF-8. Save it as «CSV UTF-8» and bring it again."
                : "Below line " + line + " the file is no CSV with equal rows: "
                        + String.valueOf(cause.getMessage())
                                .replaceAll("(?i)\\bfirst record had", "the head line has")
                                .replaceAll("(?i)\\brecord \\d+", "the next row");
    }

    private static int tell(Faults faults, PrintStream out) {
        faults.first.forEach(out::println);
        if (faults.all > faults.first.size()) out.println("… and " + (faults.all - faults.first.size()) + " more.");
        out.println("Nothing was stored.");
        return 1;
    }

    private int store(Path file, ReadingRows rows, Campaign campaign, long all, PrintStream out) throws IOException {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<Arrival> group = new ArrayList<>(GROUP);
        long done = 0;
        try (CsvReader<NamedCsvRecord> csv = Table.open(file)) {
            for (NamedCsvRecord record : csv) {
                group.add(rows.arrival(record, readings));
                if (group.size() == GROUP) flush(group, counts);
                if (++done % TOLD_EVERY == 0) out.println("  " + done + " of " + all);
            }
            flush(group, counts);
        } catch (RuntimeException broken) {
            tell(counts, out);
            note(campaign, counts);
            out.println("Broken off before the end. What is stored stays: bring the same file again for the rest.");
            throw broken;
        }
        tell(counts, out);
        note(campaign, counts);
        return 0;
    }

    // Of an import that broke off too: what it stored stays.
    private void note(Campaign campaign, Map<Outcome, Integer> counts) {
        int stored = counts.getOrDefault(Outcome.STORED, 0);
        if (stored > 0) audit.note("campaign.readings-imported", campaign.ref(), String.valueOf(stored));
    }

    // A row's identifier is made of all that it says: where its document differs, only the form's version does.
    private static void tell(Map<Outcome, Integer> counts, PrintStream out) {
        int stored = counts.getOrDefault(Outcome.STORED, 0);
        out.println(stored + (stored == 1 ? " reading" : " readings") + " stored, "
                + counts.getOrDefault(Outcome.KNOWN, 0) + " were here already.");
        if (counts.containsKey(Outcome.CONFLICT))
            out.println(counts.get(Outcome.CONFLICT)
                    + " were here already under another version of the form, and stay as they are.");
        if (counts.containsKey(Outcome.WITHDRAWN))
            out.println(counts.get(Outcome.WITHDRAWN) + " were withdrawn before and are not stored again.");
    }

    private void flush(List<Arrival> group, Map<Outcome, Integer> counts) {
        intake.acceptAll(List.copyOf(group)).forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        group.clear();
    }
}
