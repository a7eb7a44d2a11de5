package org.commonweal.hub.launch.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonweal.hub.launch.place.Surroundings;

/** Whether the mail server that is set greets (RFC 5321 §3.1). */
class MailCheck implements Check {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int SMTPS = 465;

    @Override
    public List<Finding> look(Surroundings here) {
        String host = here.environment().getProperty("spring.mail.host", "");
        int port = here.environment().getProperty("spring.mail.port", Integer.class, 587);
        if (host.isBlank())
            return List.of(Finding.mind("no server is set (spring.mail.host in commonweal.yaml): sign-in links wait in"
                    + " an outbox that administrators see"));
        return List.of(greeting(host, port));
    }

    private static Finding greeting(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            // There encryption comes before the greeting: that it listens is all that can be seen without a login.
            if (port == SMTPS) return Finding.well(host + ":" + port + " listens");
            socket.setSoTimeout(PATIENCE_MILLIS);
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line != null && line.startsWith("220")
                    ? Finding.well(host + ":" + port + " greets: " + line)
                    : Finding.wrong(host + ":" + port + " does not greet as a mail server: " + line);
        } catch (IOException unreachable) {
            return Finding.wrong(host + ":" + port + " can't be reached: " + unreachable.getMessage()
                    + ". Check spring.mail.host and spring.mail.port in commonweal.yaml");
        }
    }
}
