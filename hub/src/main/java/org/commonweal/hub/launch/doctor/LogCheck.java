package org.commonweal.hub.launch.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseFault;
import org.commonweal.hub.launch.place.Surroundings;
import org.commonweal.tlog.AuditReport;
import org.commonweal.tlog.LogAudit;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.note.KeyFile;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.tiles.LogFiles;

/**
 * The public logs: whether all files of each agree with what it signed last, and whether the newest one signs.
 *
 * <p>A hub looks at the newest tiles only when it opens a log. Here every file is read, beside a running hub too: what it
 * writes meanwhile lies behind the checkpoint that was read first.
 */
class LogCheck implements Check {
    private static final int TOLD = 5;

    @Override
    public List<Finding> look(Surroundings here) throws Exception {
        List<Path> logs = list(here.data().resolve("tlog"));
        if (logs.isEmpty()) return List.of(Finding.well("none yet: the first start makes one"));
        List<Finding> findings = new ArrayList<>();
        for (Path log : logs) findings.addAll(audit(here.data(), log));
        if (isMarked(logs.getLast()))
            findings.add(Finding.wrong(name(logs.getLast()) + " was put back, or was found older than the database, and"
                    + " signs nothing until an administrator shows it the newest checkpoint known outside (Keep this hub,"
                    + " Public log)"));
        findStop(here).map(Finding::wrong).ifPresent(findings::add);
        return findings;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(log -> log.getFileName().toString().matches("\\d{1,6}"))
                    .sorted(Comparator.comparingInt(
                            log -> Integer.parseInt(log.getFileName().toString())))
                    .toList();
        }
    }

    private static List<Finding> audit(Path data, Path log) {
        try {
            VerifierKey key =
                    KeyFile.read(data.resolve("keys/log-" + log.getFileName())).verifier();
            AuditReport report = new LogAudit(LogFiles.in(log.resolve("public")), key).run(List.of());
            if (report.isConsistent())
                return List.of(Finding.well("%s, %s: all files of %d entries agree"
                        .formatted(
                                name(log),
                                key.name(),
                                report.checkpoint().checkpoint().size())));
            return problems(log, report.problems());
        } catch (IOException | LogFormatException | VerificationException unreadable) {
            return List.of(Finding.wrong(name(log) + " can't be looked at: " + unreadable));
        }
    }

    private static List<Finding> problems(Path log, List<String> problems) {
        List<Finding> findings = new ArrayList<>();
        for (String problem : problems.subList(0, Math.min(TOLD, problems.size())))
            findings.add(Finding.wrong(name(log) + "/public: " + problem));
        if (problems.size() > TOLD) findings.add(Finding.wrong("and " + (problems.size() - TOLD) + " more of these"));
        findings.add(
                Finding.mind("put what is named above, or the entries below it (tile/entries/…), back from a backup"
                        + " or a mirror; see «A damaged public log» in docs/operations.md"));
        return findings;
    }

    /** The mark of the log itself, or that of the whole folder which the next start passes on. */
    private static boolean isMarked(Path log) {
        return Files.exists(log.resolve("needs-proof")) || Files.exists(log.resolveSibling("needs-proof"));
    }

    private static Optional<String> findStop(Surroundings here) throws Exception {
        if (!here.hasDatabase()) return Optional.empty();
        try (Connection connection = Connections.open(here.database());
                Statement statement = connection.createStatement()) {
            ResultSet exists = statement.executeQuery("select to_regclass('ledger.log')");
            exists.next();
            if (exists.getString(1) == null) return Optional.empty();
            ResultSet row = statement.executeQuery("select state, told from ledger.log order by number desc limit 1");
            return row.next() && row.getString("state").equals("STOPPED")
                    ? Optional.of("the hub told last that it stopped: " + row.getString("told"))
                    : Optional.empty();
        } catch (DatabaseFault toldByItsOwnCheck) {
            return Optional.empty();
        }
    }

    private static String name(Path log) {
        return "tlog/" + log.getFileName();
    }
}
