package org.commonweal.hub.launch.doctor;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseFault;
import org.commonweal.hub.launch.place.Surroundings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whether the mail server that is set greets (RFC 5321 §3.1) and takes our password, and whether letters wait for it. */
class MailCheck implements Check {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int SMTPS = 465;

    @Override
    public List<Finding> look(Surroundings here) throws Exception {
        Environment settings = here.environment();
        String host = settings.getProperty("spring.mail.host", "");
        int port = settings.getProperty("spring.mail.port", Integer.class, 587);
        if (host.isBlank())
            return List.of(Finding.mind("no server is set (spring.mail.host in commonweal.yaml): sign-in links wait in"
                    + " an outbox that administrators see"));
        List<Finding> findings = new ArrayList<>();
        findings.add(greeting(host, port));
        if (findings.getFirst().mark() == Finding.Mark.WELL) login(settings, host, port, findings);
        if (settings.getProperty("commonweal.mail-from", "").isBlank()
                && !settings.getProperty("spring.mail.username", "").contains("@"))
            findings.add(Finding.mind("commonweal.mail-from is not set: letters come from commonweal@localhost, which"
                    + " many servers refuse"));
        findings.addAll(waiting(here));
        return findings;
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

    private static void login(Environment settings, String host, int port, List<Finding> findings) {
        String user = settings.getProperty("spring.mail.username", "");
        if (user.isBlank()) return;
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setProtocol(settings.getProperty("spring.mail.protocol", "smtp"));
        sender.setUsername(user);
        sender.setPassword(settings.getProperty("spring.mail.password", ""));
        Binder.get(settings)
                .bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
                .ifBound(sender.getJavaMailProperties()::putAll);
        try {
            sender.testConnection();
            findings.add(Finding.well("it takes the user name and the password"));
        } catch (AuthenticationFailedException refused) {
            findings.add(Finding.wrong("it does not take the user name and the password: check spring.mail.username and"
                    + " spring.mail.password in commonweal.yaml"));
        } catch (MessagingException fault) {
            findings.add(Finding.wrong("no letter can be handed over: " + fault.getMessage()));
        }
    }

    private static List<Finding> waiting(Surroundings here) throws Exception {
        if (!here.hasDatabase()) return List.of();
        try (Connection connection = Connections.open(here.database());
                var statement = connection.createStatement()) {
            ResultSet there = statement.executeQuery("select to_regclass('private.mail')");
            there.next();
            if (there.getString(1) == null) return List.of();
            ResultSet row = statement.executeQuery("select count(*) from private.mail where attempts > 0");
            row.next();
            return row.getInt(1) == 0
                    ? List.of()
                    : List.of(Finding.mind(row.getInt(1) + " letters were tried and wait; the outbox tells why"));
        } catch (SQLException | DatabaseFault toldByItsOwnCheck) {
            return List.of();
        }
    }
}
