package org.commonweal.hub.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.commonweal.hub.frame.database.PostgresBinaries;
import org.commonweal.hub.launch.backup.Backup;
import org.commonweal.hub.launch.backup.Restore;
import org.commonweal.hub.launch.doctor.Doctor;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Nearest;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.SettingsFile;
import org.commonweal.hub.launch.place.Surroundings;
import org.commonweal.tlog.proof.VerifyCommand;

/** The door of the program: takes the first word and hands the rest to whoever knows that word. */
public final class Launch {
    private static final List<String> WORDS = List.of(
            "up", "demo", "sign-in", "import", "verify", "backup", "restore", "doctor", "help", "test", "bench",
            "dist");

    private Launch() {}

    /**
     * Runs one word and ends the process with its exit code; {@code up} returns when the hub is ready and leaves it
     * running.
     *
     * @param hub the class that Spring assembles the hub from
     */
    public static void main(Class<?> hub, String... arguments) {
        // Words may hold any script, whatever the terminal's locale says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        int code;
        try {
            code = run(hub, Options.parse(Arrays.asList(arguments)));
        } catch (Throwable fault) {
            if (!Unwinding.isToldToEnd()) System.err.println(Faults.explain(fault));
            code = Faults.exitCode(fault);
        }
        if (code != Up.STAYS) System.exit(code);
    }

    private static int run(Class<?> hub, Options options) throws Exception {
        requireKnown(options);
        return switch (options.word()) {
            // Without Spring: a stranger's first proof should not wait for a web application.
            case "verify" -> new VerifyCommand().run(options.rest(), System.out, System.err);
            case "unpack" -> unpack(options);
            case "up" -> new Up(hub, options).run();
            case "demo" -> new Demo(hub, options).run();
            case "train" -> Training.run(hub, options);
            case "sign-in" -> signIn(hub, options);
            case "backup", "restore", "doctor" -> runAlone(options);
            default -> new Beside(hub, options).run();
        };
    }

    // All that can be told before anything is begun.
    private static void requireKnown(Options options) {
        switch (options.word()) {
            case "verify", "unpack" -> {
                return;
            }
            case "up", "demo", "doctor", "train" -> options.require(false, "--port", "--data", "--db", "--public-url");
            case "sign-in" -> options.require(true, "--port", "--data", "--db", "--public-url");
            case "backup" -> options.require(true, "--data", "--db");
            case "restore" -> options.require(true, "--data", "--db", "--keys");
            case "import" -> options.requireHouse("--data", "--db");
            default ->
                throw Refused.usage("There is no «" + options.word() + "»." + Nearest.ask(options.word(), WORDS)
                        + " «./commonweal help» tells the words there are.");
        }
        SettingsFile.requireSound(Path.of(System.getProperty("commonweal.home", "")));
    }

    // For the launcher only, when it makes an archive.
    private static int unpack(Options options) throws IOException {
        PostgresBinaries.unpackInto(Path.of(options.rest().getFirst()).toAbsolutePath());
        return 0;
    }

    // A folder that was named by a slip must not become a hub of its own, with a link into it.
    private static int signIn(Class<?> hub, Options options) throws Exception {
        try (Surroundings here = Surroundings.read(options.forSpring())) {
            if (!here.hasDatabase())
                throw new Refused("There is no hub in " + here.data()
                        + ". Name its folder with --data DIR; «./commonweal up» begins a new one.");
        }
        return new Beside(hub, options).run();
    }

    private static int runAlone(Options options) throws Exception {
        Lines lines = new Lines(System.out);
        try (Unwinding begun = Unwinding.begin();
                Surroundings here = Surroundings.read(options.forSpring())) {
            return switch (options.word()) {
                case "backup" -> new Backup(here, lines).run(options.rest());
                case "restore" -> new Restore(here, lines).run(options.rest());
                default -> new Doctor(here, lines).run();
            };
        }
    }
}
