package org.commonweal.hub.launch;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonweal.hub.frame.FirstLink;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Lines;
import org.springframework.context.ApplicationContext;

/**
 * Hands the first administrator the way in: on the terminal when a person sits there, else in a file that only the
 * hub's user can read, because what a service prints ends in logs that many can read.
 */
final class SignIn {
    private final DataFolder data;
    private final Lines lines;

    SignIn(DataFolder data, Lines lines) {
        this.data = data;
        this.lines = lines;
    }

    void offer(ApplicationContext context, String address) throws IOException {
        FirstLink links = context.getBeanProvider(FirstLink.class).getIfAvailable();
        Optional<String> path = links == null ? Optional.empty() : links.make();
        Files.deleteIfExists(data.path().resolve("sign-in-link"));
        if (path.isEmpty()) return;
        String link = address + path.get();
        if (isTerminal()) {
            lines.say("Sign in as the first administrator, once, with " + link);
        } else {
            Path file = data.putSecret("sign-in-link", link + "\n");
            lines.say("The first administrator's sign-in link, good for one use, is in " + file);
        }
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
