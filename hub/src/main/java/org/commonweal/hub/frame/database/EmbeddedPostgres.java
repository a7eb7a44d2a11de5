package org.commonweal.hub.frame.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own in the data folder: durable, behind a password, on a loopback port that changes with each
 * start.
 *
 * <p>Example: {@code try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, home)) { … postgres.address() … }}.
 *
 * <p>The library that packs these binaries also starts them, but as a test needs it: fsync off, no password, a folder
 * that is thrown away. So only its binaries are used here.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "commonweal";
    private static final String DATABASE = "postgres";
    private static final Set<EmbeddedPostgres> STARTED = ConcurrentHashMap.newKeySet();

    /** How long something of a killed server may still be there. */
    private static final Duration REMAINS = Duration.ofSeconds(60);

    private final Path binaries;
    private final Path cluster;
    private final Path log;
    private final PostmasterLock lock;
    private final String password;
    private final boolean ours;
    private int port;
    private boolean stopped;

    private EmbeddedPostgres(Path data, Path binaries, boolean ours) throws IOException {
        this.binaries = binaries.resolve("bin");
        this.cluster = data.resolve("postgres");
        this.lock = new PostmasterLock(cluster);
        this.log = data.resolve("log/postgres.log");
        this.ours = ours;
        Files.createDirectories(log.getParent());
        this.password = password(data.resolve("keys/database"));
    }

    /** Starts the server on this data, after stopping one that a killed hub left behind. */
    public static EmbeddedPostgres start(Path data, Path binaries) throws IOException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(data, PostgresBinaries.unpackInto(binaries), true);
        postgres.initialise();
        postgres.takeOver();
        STARTED.add(postgres);
        return postgres;
    }

    /** Stops all that this process has started, whoever works on them, when the process is told to end. */
    public static void stopAll() throws IOException {
        for (EmbeddedPostgres started : STARTED) started.close();
    }

    /** Joins the server that already runs on this data, else starts one: for commands beside a running hub. */
    public static EmbeddedPostgres join(Path data, Path binaries) throws IOException {
        EmbeddedPostgres beside = new EmbeddedPostgres(data, PostgresBinaries.unpackInto(binaries), false);
        Optional<Integer> running = beside.lock.findPort();
        if (running.isEmpty()) return start(data, binaries);
        beside.port = running.get();
        return beside;
    }

    /** Where it answers, for as long as it runs. */
    public DatabaseAddress address() {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password);
    }

    @Override
    public synchronized void close() throws IOException {
        if (ours && !stopped) stop();
        stopped = true;
        STARTED.remove(this);
    }

    private void initialise() throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) return;
        Path passwordFile = Files.createTempFile("commonweal", ".password");
        try {
            Files.writeString(passwordFile, password);
            Path fresh = cluster.resolveSibling("postgres.fresh");
            delete(fresh);
            call(List.of(
                    binaries.resolve("initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF-8",
                    "--no-locale",
                    // One call to the file system in place of a thousand fsyncs: half the time of a first start.
                    "--sync-method=" + (Files.exists(Path.of("/proc/self")) ? "syncfs" : "fsync"),
                    "--data-checksums"));
            Files.move(fresh, cluster);
        } finally {
            Files.delete(passwordFile);
        }
    }

    /**
     * Starts once nothing is left of the server of a killed hub. That server may itself be killed, and its helpers end a
     * moment later; or the killed hub had just told it to start, and it is there only now.
     */
    private void takeOver() throws IOException {
        Instant end = Instant.now().plus(REMAINS);
        while (true) {
            long before = Files.exists(log) ? Files.size(log) : 0;
            try {
                if (lock.findPort().isPresent()) stopOther();
                run();
                return;
            } catch (IOException refused) {
                if (Instant.now().isAfter(end) || !isInTheWay(before)) throw refused;
                pause();
            }
        }
    }

    // It may die while it is being told to stop.
    private void stopOther() throws IOException {
        try {
            stop();
        } catch (IOException unheard) {
            if (lock.findPort().isPresent()) throw unheard;
        }
    }

    // postmaster.c, «CreateLockFile» and «PGSharedMemoryCreate», said since a place in the server's log.
    private boolean isInTheWay(long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        String said = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
        return said.contains("pre-existing shared memory block") || said.contains("lock file \"postmaster.pid\"");
    }

    // Processes of a killed server are nobody's children: nothing tells when the last of them has ended.
    private static void pause() throws IOException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database was starting");
        }
    }

    private void run() throws IOException {
        lock.removeStale();
        port = freePort();
        String options = String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                // Sockets have a length limit that a deep data folder would pass: none are used.
                "-c unix_socket_directories=''",
                "-c fsync=on -c synchronous_commit=on -c full_page_writes=on",
                "-c max_connections=60 -c shared_buffers=64MB -c wal_compression=on",
                // An SSD, and mostly memory: at the default of 4 old rows of one campaign are sought among all newer
                // ones.
                "-c random_page_cost=1.1",
                "-c timezone=UTC -c log_timezone=UTC",
                // Without the rows that it refuses: they are people's answers.
                "-c log_error_verbosity=terse");
        call(List.of(
                binaries.resolve("pg_ctl").toString(),
                "start",
                "--wait",
                "--timeout=60",
                "--pgdata=" + cluster,
                "--log=" + log,
                "--options=" + options));
    }

    private void stop() throws IOException {
        call(List.of(
                binaries.resolve("pg_ctl").toString(),
                "stop",
                "--wait",
                "--timeout=60",
                "--mode=fast",
                "--pgdata=" + cluster));
    }

    // PostgreSQL refuses to run as root; a user namespace without a mapping is nobody with root's files. By its full
    // name,
    // for the search path may be empty.
    private static String unshare() {
        return Stream.of("/usr/bin/unshare", "/bin/unshare")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .orElseThrow(
                        () -> new DatabaseFault("PostgreSQL does not run as root, and «unshare» (util-linux), which"
                                + " gets around that, is not here. Start the hub as another user."));
    }

    private void call(List<String> command) throws IOException {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) words.addAll(List.of(unshare(), "--user"));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Path output = Files.createTempFile("commonweal", ".out");
        try {
            // A file and no pipe: the server keeps what pg_ctl was given open for as long as it runs.
            Process process = builder.redirectOutput(output.toFile()).start();
            if (!waitFor(process) || process.exitValue() != 0)
                throw new IOException("The database did not answer as it should: "
                        + command.getFirst().replaceAll(".*/", "") + " said «"
                        + Files.readString(output).strip() + "». Its log is " + log);
        } finally {
            Files.delete(output);
        }
    }

    // To the end, though interrupted: a server whose start nobody waits for is a server that nobody stops.
    private static boolean waitFor(Process process) {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        try {
            while (true) {
                try {
                    return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file))
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        SecretFile.create(file, password.getBytes(StandardCharsets.US_ASCII));
        return password;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
