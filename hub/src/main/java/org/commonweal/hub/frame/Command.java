package org.commonweal.hub.frame;

import java.io.PrintStream;
import java.util.List;

/**
 * A word of the command line that a room brings, run inside the hub's context without its web server.
 *
 * <p>Example: the directory brings {@code import directory FILE…}; its {@link #name} is {@code "import directory"}.
 */
public interface Command {
    /** The words that call it, one space between them. */
    String name();

    /** One line for the usage text, arguments first. */
    String usage();

    /**
     * Does the work and tells progress on {@code out}.
     *
     * @return the process exit code: 0 done, 1 failed with the reason told, 2 wrong arguments
     */
    int run(List<String> arguments, PrintStream out) throws Exception;
}
