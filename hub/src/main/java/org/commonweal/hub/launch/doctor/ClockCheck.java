package org.commonweal.hub.launch.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseFault;
import org.commonweal.hub.launch.place.Surroundings;

/** The clock: not before this program was made or the newest row was written, steady, and as the machine's own clock. */
class ClockCheck implements Check {
    private static final Instant PROGRAM_IS_OLDER = Instant.parse("2026-01-01T00:00:00Z");
    private static final Path MACHINE_CLOCK = Path.of("/sys/class/rtc/rtc0/since_epoch");
    private static final Duration LENIENT = Duration.ofSeconds(5);

    @Override
    public List<Finding> look(Surroundings here) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Finding> findings = new ArrayList<>();
        if (now.isBefore(PROGRAM_IS_OLDER)) findings.add(Finding.wrong(now + " is before this program was made"));
        newest(here, findings)
                .filter(newest -> newest.isAfter(now.plus(LENIENT)))
                .ifPresent(newest -> findings.add(
                        Finding.wrong(now + " is before the newest entry, of " + newest + ": set the clock")));
        Duration drift = drift();
        if (drift.compareTo(Duration.ofMillis(50)) > 0)
            findings.add(Finding.mind("it jumped by " + drift.toMillis() + " ms within half a second"));
        machineClock(Instant.now()).ifPresent(findings::add);
        if (findings.isEmpty()) findings.add(Finding.well(now + ", steady"));
        return findings;
    }

    // The database's own check tells why it can't be asked.
    private static Optional<Instant> newest(Surroundings here, List<Finding> findings) throws Exception {
        try {
            return findNewest(here);
        } catch (DatabaseFault fault) {
            findings.add(Finding.mind("not compared with the newest entry, for the database can't be asked"));
            return Optional.empty();
        }
    }

    /** The time of the newest line of the audit trail or checkpoint of the public log, whichever is later. */
    private static Optional<Instant> findNewest(Surroundings here) throws Exception {
        Instant newest = newestCheckpoint(here.data().resolve("tlog"));
        if (!here.hasDatabase()) return Optional.of(newest);
        try (Connection connection = Connections.open(here.database());
                var statement = connection.createStatement()) {
            ResultSet exists = statement.executeQuery("select to_regclass('frame.audit')");
            exists.next();
            if (exists.getString(1) == null) return Optional.of(newest);
            ResultSet row = statement.executeQuery("select extract(epoch from max(at))::bigint from frame.audit");
            row.next();
            Instant written = Instant.ofEpochSecond(row.getLong(1));
            return Optional.of(written.isAfter(newest) ? written : newest);
        }
    }

    private static Instant newestCheckpoint(Path logs) throws IOException {
        Instant newest = Instant.EPOCH;
        if (!Files.isDirectory(logs)) return newest;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(logs)) {
            for (Path log : all) {
                Path checkpoint = log.resolve("public/checkpoint");
                if (!Files.exists(checkpoint)) continue;
                Instant written = Files.getLastModifiedTime(checkpoint).toInstant();
                if (written.isAfter(newest)) newest = written;
            }
        }
        return newest;
    }

    /** By how much the clock went otherwise than time did, at the least: what passed between two looks is not told. */
    private static Duration drift() throws InterruptedException {
        long before = System.nanoTime();
        Instant from = Instant.now();
        long after = System.nanoTime();
        // Drift can only be seen while time passes.
        Thread.sleep(500);
        long beforeEnd = System.nanoTime();
        Duration told = Duration.between(from, Instant.now());
        long afterEnd = System.nanoTime();
        // On a busy machine the two clocks are read some time apart; the truth lies between these.
        Duration least = Duration.ofNanos(beforeEnd - after);
        Duration most = Duration.ofNanos(afterEnd - before);
        if (told.compareTo(least) < 0) return least.minus(told);
        return told.compareTo(most) > 0 ? told.minus(most) : Duration.ZERO;
    }

    private static Optional<Finding> machineClock(Instant now) throws Exception {
        if (!Files.isReadable(MACHINE_CLOCK)) return Optional.empty();
        long seconds = Long.parseLong(Files.readString(MACHINE_CLOCK).strip());
        Duration apart = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        return apart.compareTo(LENIENT) > 0
                ? Optional.of(Finding.mind("it differs from the machine's own clock by " + apart.toSeconds()
                        + " s: is a time service (NTP) running?"))
                : Optional.empty();
    }
}
