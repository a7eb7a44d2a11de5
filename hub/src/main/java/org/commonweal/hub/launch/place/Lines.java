package org.commonweal.hub.launch.place;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The few lines that the hub says on the terminal; everything else goes to its log. */
public final class Lines {
    private final PrintStream out;
    private final Instant start = Instant.now();

    public Lines(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Seconds since this was made, such as {@code 2.4}; the JVM's own start, some tenths, is not in it. */
    public String sinceStart() {
        return seconds(Duration.between(start, Instant.now()));
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
