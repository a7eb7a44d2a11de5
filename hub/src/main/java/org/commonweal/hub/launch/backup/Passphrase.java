package org.commonweal.hub.launch.backup;

import java.io.Console;
import java.util.Arrays;
import org.commonweal.hub.launch.place.Refused;

/** The secret that opens a backup, from COMMONWEAL_PASSPHRASE or a prompt; never from the command line, which others see. */
final class Passphrase {
    static final int LEAST_CHARACTERS = 12;
    private static final String VARIABLE = "COMMONWEAL_PASSPHRASE";

    private Passphrase() {}

    /** For writing: asked twice, and refused when it is too short to keep anybody out. */
    static char[] choose() {
        char[] chosen = ask("Passphrase for the backup: ");
        if (chosen.length < LEAST_CHARACTERS)
            throw new Refused("A passphrase must have " + LEAST_CHARACTERS + " characters or more, this one has "
                    + chosen.length + ". Five random words are good.");
        if (System.getenv(VARIABLE) == null && !Arrays.equals(chosen, ask("The same again: ")))
            throw new Refused("The two passphrases differ. Nothing was written.");
        return chosen;
    }

    /** For reading. */
    static char[] tell() {
        return ask("Passphrase of the backup: ");
    }

    private static char[] ask(String prompt) {
        String variable = System.getenv(VARIABLE);
        if (variable != null) return variable.toCharArray();
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword(prompt);
        if (typed == null)
            throw new Refused("A backup needs a passphrase: set " + VARIABLE + ", or run this at a terminal.");
        return typed;
    }
}
