package org.commonweal.hub.demo;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.Command;
import org.commonweal.hub.frame.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code demo}: fills an empty hub and writes what to look at into the data folder's file {@code demonstration}, a line
 * each: path, tab, words. The launcher starts the hub afterwards and shows that file.
 */
@Component
class DemoCommand implements Command {
    static final String LOOK_AT = "demonstration";
    private static final String HALF = "filling";
    private static final String WHOLE = "filled";

    private final Settings settings;
    private final JdbcClient jdbc;
    private final Play play;

    DemoCommand(Settings settings, JdbcClient jdbc, Play play) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.play = play;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return " fills an empty hub with an invented commons";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws Exception {
        if (!arguments.isEmpty()) return refuse(out, 2, "«demo» takes no " + arguments.getFirst() + ".");
        Optional<String> marked = settings.find(Settings.DEMONSTRATION);
        if (marked.filter(WHOLE::equals).isPresent()) return 0;
        if (marked.filter(HALF::equals).isPresent())
            return refuse(
                    out,
                    1,
                    "An earlier filling of " + settings.data()
                            + " stopped half-way. Delete that folder, or name another with --data DIR.");
        if (!isEmpty())
            return refuse(
                    out,
                    1,
                    "The hub in " + settings.data() + " is not empty, and a demonstration must never mix with a real"
                            + " one. Name another folder with --data DIR. Nothing was changed.");
        // First of all: whatever happens next, nobody takes what is in here for real.
        settings.put(Settings.DEMONSTRATION, HALF);
        List<String> lookAt = play.perform(out);
        settings.put(Settings.DEMONSTRATION, WHOLE);
        write(lookAt);
        return 0;
    }

    private boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from accounts.person)"
                        + " and not exists (select 1 from directory.organisation)"
                        + " and not exists (select 1 from directory.project)"
                        + " and not exists (select 1 from campaigns.campaign)"
                        + " and not exists (select 1 from evidence.finding)")
                .query(Boolean.class)
                .single();
    }

    // A private link stands in it, though of an invented report.
    private void write(List<String> lookAt) throws Exception {
        Path file = settings.data().resolve(LOOK_AT);
        Files.writeString(file, String.join("\n", lookAt) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static int refuse(PrintStream out, int code, String words) {
        out.println(words);
        return code;
    }
}
