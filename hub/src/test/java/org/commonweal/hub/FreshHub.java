package org.commonweal.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's hub its port and its data folder before anything starts. */
class FreshHub implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(
                            "commonweal.port=" + freePort(),
                            "commonweal.data=" + FreshData.make(),
                            "commonweal.postgres=" + FreshData.BINARIES)
                    .applyTo(context);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    // Chosen beforehand and not by the web server, so that the hub's own links carry it.
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
