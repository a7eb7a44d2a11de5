package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.Commonweal;
import org.commonweal.hub.FreshData;

/** A hub as a process of its own, with what it says on its terminal. */
public final class HubProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public final Process process;
    private final Path output;

    private HubProcess(ProcessBuilder builder) throws IOException {
        output = Files.createTempFile("hub", ".out");
        process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Runs a command in a folder without any environment. */
    static HubProcess bare(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        return new HubProcess(builder);
    }

    /** Runs a word on a data folder with the classes under test. */
    public static HubProcess run(Path data, String... words) throws IOException {
        return run(Map.of(), data, words);
    }

    static HubProcess run(Map<String, String> environment, Path data, String... words) throws IOException {
        return run(List.of("-XX:TieredStopAtLevel=1"), environment, data, words);
    }

    private static HubProcess run(List<String> flags, Map<String, String> environment, Path data, String... words)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-Dcommonweal.postgres=" + FreshData.BINARIES,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Commonweal.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        // As the launcher does.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        return new HubProcess(builder);
    }

    /** A hub with the memory that the launcher gives it. */
    public static HubProcess upAsShipped(Path data, int port) throws IOException {
        String launcher = Files.readString(Path.of("../packaging/launcher/run.sh"));
        Matcher flags = Pattern.compile("(?m)^flags=\"([^\"]+)\"").matcher(launcher);
        assertThat(flags.find()).isTrue();
        return run(List.of(flags.group(1).split("\\s+")), Map.of(), data, "up", "--port", String.valueOf(port));
    }

    /** What the process has in memory now, and at most since it began (Linux, proc(5), status). */
    public long residentMegabytes() throws IOException {
        return status("VmRSS");
    }

    public long mostResidentMegabytes() throws IOException {
        return status("VmHWM");
    }

    private long status(String name) throws IOException {
        String line = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(one -> one.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1000;
    }

    public static HubProcess up(Path data, int port) throws IOException {
        return run(data, "up", "--port", String.valueOf(port));
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static int status(int port) throws IOException {
        return ((HttpURLConnection)
                        URI.create("http://localhost:" + port + "/").toURL().openConnection())
                .getResponseCode();
    }

    public HubProcess waitFor(String words) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!output().contains(words)) {
            assertThat(Instant.now())
                    .as("waiting for «%s», said so far:%n%s", words, output())
                    .isBefore(end);
            assertThat(process.isAlive() || output().contains(words))
                    .as("ended without saying «%s»:%n%s", words, output())
                    .isTrue();
            // What another process writes into a file tells nobody that it was written.
            Thread.sleep(50);
        }
        return this;
    }

    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(output())
                .isTrue();
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The database servers that run on a data folder. */
    public static List<ProcessHandle> databasesOn(Path data) {
        String cluster = data.resolve("postgres").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(cluster))
                        .isPresent())
                .toList();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(output);
    }
}
