package org.commonweal.hub.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The word {@code train}, for the launcher only: a hub on throw-away data serves its first pages to itself and stops,
 * while the JVM notes which classes and methods that takes.
 */
final class Training {
    private static final int ROUNDS = 20;

    private Training() {}

    static int run(Class<?> hub, Options options) throws IOException {
        Path data = Files.createTempDirectory("commonweal-training");
        int port = freePort();
        Up up = new Up(
                hub, options.with("commonweal.data", data.toString()).with("commonweal.port", String.valueOf(port)));
        up.run();
        for (int round = 0; round < ROUNDS; round++) read(port, "/");
        up.stop();
        delete(data);
        return 0;
    }

    private static void read(int port, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        try (InputStream in = connection.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException leftBehind) {
            // In the system's folder for temporary files, which the system empties.
        }
    }
}
