package org.commonweal.hub.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Ports;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The word {@code up}: the whole hub with its web server, until a signal ends it. */
final class Up {
    /** Returned in place of an exit code by a word that leaves the hub running. */
    static final int STAYS = -1;

    private final Class<?> hub;
    private final Options options;
    private final Lines lines = new Lines(System.out);
    private @Nullable DataFolder data;
    private @Nullable RunningDatabase database;
    private @Nullable ConfigurableApplicationContext context;

    Up(Class<?> hub, Options options) {
        this.hub = hub;
        this.options = options;
    }

    int run() throws IOException {
        SpringApplication application = new SpringApplication(hub);
        application.setDefaultProperties(
                Map.of("logging.file.name", "${commonweal.data}/log/hub.log", "logging.threshold.console", "off"));
        application.addListeners(new Opening(), (ApplicationListener<ApplicationReadyEvent>) this::ready);
        application.addInitializers(context -> {
            this.context = context;
            if (database != null) database.registerIn(context);
        });
        // In place of Spring's own hook, which comes too late for a signal that arrives while the database starts.
        application.setRegisterShutdownHook(false);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        application.run(options.forSpring());
        return STAYS;
    }

    /** Where it is reached from this machine; only once it runs. */
    String address() {
        return "http://localhost:" + Setting.port(context.getEnvironment());
    }

    /** Refuses what can be refused before anything is started, then starts the database beside Spring. */
    private final class Opening implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            try {
                open(event.getEnvironment());
            } catch (Refused refused) {
                // The operator reads one line, not Spring's account of where it was thrown.
                LoggingSystem.get(hub.getClassLoader()).setLogLevel(SpringApplication.class.getName(), LogLevel.OFF);
                throw refused;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public int getOrder() {
            // After the settings are read, before the log file is opened in a folder that may not be ours.
            return LoggingApplicationListener.DEFAULT_ORDER - 1;
        }
    }

    private void open(Environment environment) throws IOException {
        Path folder = Setting.data(environment);
        int port = Setting.port(environment);
        Setting.findPublicUrl(environment);
        // A hub that already runs on the folder has the port too, and is the better thing to tell; where there is no
        // folder
        // yet, none is left behind by a start that can't be.
        if (!Files.exists(folder)) Ports.requireFree(port);
        data = DataFolder.open(folder, "still starting");
        DataFolder.closeLog(folder, "hub.log");
        Ports.requireFree(port);
        if (Setting.findDatabase(environment).isEmpty())
            database = RunningDatabase.start(folder, Setting.binaries(environment), lines);
    }

    private void ready(ApplicationReadyEvent event) {
        String address = address();
        lines.say("Ready in " + lines.sinceStart() + " s: " + address);
        try {
            if (data != null) {
                data.tell(address);
                new SignIn(data.path(), lines).offer(event.getApplicationContext(), address);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** From the outside in: web server and pool, then the database, then the folder. A second call does nothing. */
    synchronized void stop() {
        if (context != null) attempt(context::close);
        if (database != null) attempt(database::close);
        if (data != null)
            attempt(() -> {
                if (data.release()) lines.say("Stopped.");
            });
    }

    private interface Closing {
        void run() throws IOException;
    }

    // Even an error, such as a class not found because somebody replaced the program's files while it ran, must not
    // keep
    // the database from being stopped.
    private void attempt(Closing closing) {
        try {
            closing.run();
        } catch (IOException | RuntimeException | LinkageError fault) {
            lines.say(Faults.explain(fault));
        }
    }
}
