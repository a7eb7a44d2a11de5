package org.commonweal.hub.launch;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.FirstLink;
import org.commonweal.hub.frame.WayBack;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Refused;
import org.springframework.context.ApplicationContext;

/**
 * Hands the first administrator the way in, and one who has lost it a way back: on the terminal when a person sits there, else in a file that only the
 * hub's user can read, because what a service prints ends in logs that many can read.
 */
final class SignIn {
    private static final String FILE = "sign-in-link";

    private final Path data;
    private final Lines lines;

    SignIn(Path data, Lines lines) {
        this.data = data;
        this.lines = lines;
    }

    void offer(ApplicationContext context, String address) throws IOException {
        FirstLink links = context.getBeanProvider(FirstLink.class).getIfAvailable();
        Optional<String> path = links == null ? Optional.empty() : links.make();
        Files.deleteIfExists(data.resolve(FILE));
        if (path.isEmpty()) return;
        hand(
                address + path.get(),
                "Sign in as the first administrator, once, with ",
                "The first administrator's sign-in link, good for one use, is in ");
    }

    /**
     * The word {@code sign-in}: a fresh link for an administrator who has no way in, however many came before.
     *
     * @param rest the code of one of several, else nothing
     * @return the exit code
     * @throws Refused when the code is none of an administrator's
     */
    int offerAgain(ApplicationContext context, String address, List<String> rest) throws IOException {
        WayBack way = context.getBean(WayBack.class);
        List<WayBack.Administrator> all = way.list();
        if (all.isEmpty()) {
            offer(context, address);
            return 0;
        }
        Optional<WayBack.Administrator> meant = find(all, rest);
        if (meant.isEmpty()) {
            lines.say("This hub has several administrators. Say who is to be let in, as in «./commonweal sign-in "
                    + all.getFirst().code() + "»:");
            all.forEach(one -> lines.say("  " + one.code() + "  " + one.label()));
            return 2;
        }
        hand(
                address + way.make(meant.get().id()),
                "Sign in (" + meant.get().label() + "), once and within half an hour, with ",
                "The sign-in link (" + meant.get().label() + "), good for one use within half an hour, is in ");
        return 0;
    }

    private static Optional<WayBack.Administrator> find(List<WayBack.Administrator> all, List<String> rest) {
        if (rest.isEmpty()) return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        return Optional.of(all.stream()
                .filter(one -> one.code().equals(rest.getFirst()))
                .findFirst()
                .orElseThrow(() -> Refused.usage("No administrator has the code «" + rest.getFirst()
                        + "». «./commonweal sign-in» alone lists them.")));
    }

    private void hand(String link, String saying, String lying) throws IOException {
        if (isTerminal()) lines.say(saying + link);
        else lines.say(lying + DataFolder.putSecret(data, FILE, link + "\n"));
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
