package org.commonweal.hub.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonweal.hub.launch.place.Lines;

/**
 * The word {@code demo}: fills an empty hub by the room's command of that name, then starts it. On a folder that was
 * filled before it only starts it.
 *
 * <p>A demonstration never mixes with a real hub: unless the command line itself names another, its folder is {@code
 * demo-data} with a database of its own, whatever environment and commonweal.yaml say of the real one.
 */
final class Demo {
    private static final String DATA = "commonweal.data";
    private static final String DATABASE = "commonweal.db";
    private static final String ADDRESS = "commonweal.public-url";

    /** Written by the room when it is done: a line for each thing to look at, its path, a tab, and words. */
    private static final String LOOK_AT = "demonstration";

    private final Class<?> hub;
    private final Options options;

    Demo(Class<?> hub, Options options) {
        this.hub = hub;
        this.options = apart(options);
    }

    int run() throws Exception {
        Path lookAt = Path.of(options.settings().get(DATA)).resolve(LOOK_AT);
        if (!Files.exists(lookAt)) {
            int code = new Beside(hub, options).run();
            if (code != 0) return code;
        }
        Up up = new Up(hub, options);
        int stays = up.run();
        show(lookAt, up.address());
        return stays;
    }

    private static Options apart(Options said) {
        Path home = Path.of(System.getProperty("commonweal.home", "."));
        Options apart = said.or(
                DATA, home.resolve("demo-data").toAbsolutePath().normalize().toString());
        return apart.or(DATABASE, "").or(ADDRESS, "");
    }

    private static void show(Path lookAt, String address) throws IOException {
        if (!Files.exists(lookAt)) return;
        Lines lines = new Lines(System.out);
        lines.say("");
        lines.say("A demonstration: its organisations and answers are invented. What to look at:");
        for (String line : Files.readAllLines(lookAt)) {
            String[] parts = line.split("\t", 2);
            lines.say("  " + address + parts[0] + "  " + parts[1]);
        }
        lines.say("Ctrl-C ends it. «./commonweal demo» shows the same again; delete " + lookAt.getParent()
                + " to begin anew.");
    }
}
