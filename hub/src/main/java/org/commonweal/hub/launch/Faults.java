package org.commonweal.hub.launch;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.database.DatabaseFault;
import org.commonweal.hub.launch.place.Ports;
import org.commonweal.hub.launch.place.Refused;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what went wrong into one line for the person at the terminal; the rest stands in the log. */
final class Faults {
    // As Linux, macOS and the BSDs word ENOSPC; the JDK hands the words on.
    private static final String NO_SPACE = "No space left on device";

    private Faults() {}

    static String explain(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return refused.getMessage();
                }
                case Refusal refusal
                when !refusal.getMessage().isEmpty() -> {
                    return refusal.getMessage();
                }
                case DatabaseFault database -> {
                    return database.getMessage();
                }
                case PortInUseException port -> {
                    return Ports.taken(port.getPort());
                }
                case IOException full
                when String.valueOf(full.getMessage()).contains(NO_SPACE) -> {
                    return "The disk is full. Make room, or name another place. What was half written is gone again.";
                }
                case FileSystemException file -> {
                    return "The disk refused " + file.getFile() + ": " + reason(file);
                }
                default -> {}
            }
        }
        return unforeseen(fault);
    }

    /** 2 for a wrong command line, else 1. */
    static int exitCode(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof Refused refused) return refused.exitCode();
        return 1;
    }

    private static String reason(FileSystemException file) {
        String name = file.getClass().getSimpleName().replaceAll("Exception$", "");
        return file.getReason() == null ? name : file.getReason();
    }

    private static String unforeseen(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) root = root.getCause();
        return "That went wrong in a way nobody foresaw: " + root.getClass().getSimpleName() + ": " + root.getMessage()
                + System.lineSeparator() + "The log (log/hub.log in the data folder) tells more.";
    }
}
