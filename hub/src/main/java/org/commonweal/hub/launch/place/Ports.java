package org.commonweal.hub.launch.place;

import java.io.IOException;
import java.net.ServerSocket;

/** Whether a port is free, asked before anything else is started. */
public final class Ports {
    private Ports() {}

    /** @throws Refused when another program listens there, or this user may not */
    public static void requireFree(int port) {
        if (!isFree(port)) throw new Refused(taken(port));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }

    public static String taken(int port) {
        return port < 1024
                ? "Port " + port + " is in use, or this user may not open it. Name another with --port N, and let a"
                        + " proxy listen there (packaging/ has one)."
                : "Port " + port + " is in use by another program. Stop it, or name another port with --port N.";
    }
}
