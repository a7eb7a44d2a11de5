package org.commonweal.hub.launch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonweal.hub.frame.Command;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Setting;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A room's command, run in the hub's context without a web server; a hub may be running on the same data meanwhile.
 *
 * <p>Everything is lazy, so that only what the command touches is built: a second instance of whatever works by itself
 * (queues, mail) would compete with the running hub's.
 */
final class Beside {
    private final Class<?> hub;
    private final Options options;

    Beside(Class<?> hub, Options options) {
        this.hub = hub;
        this.options = options.with("commonweal.beside", "true");
    }

    int run() throws Exception {
        SpringApplication application = new SpringApplication(hub);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setDefaultProperties(
                Map.of("logging.file.name", "${commonweal.data}/log/commands.log", "logging.threshold.console", "off"));
        ConfigurableApplicationContext context = application.run(options.forSpring());
        // Held when no hub runs, so that none starts on the database that this command starts; let go after it stopped.
        Optional<DataFolder> held =
                DataFolder.tryOpen(Setting.data(context.getEnvironment()), "«" + options.word() + "»");
        try (context) {
            return call(context);
        } finally {
            if (held.isPresent()) held.get().close();
        }
    }

    private int call(ConfigurableApplicationContext context) throws Exception {
        List<Command> commands =
                List.copyOf(context.getBeansOfType(Command.class).values());
        String said = String.join(" ", options.word(), String.join(" ", options.rest()))
                .strip();
        Optional<Command> command = commands.stream()
                .filter(candidate -> (said + " ").startsWith(candidate.name() + " "))
                .max(Comparator.comparing(candidate -> candidate.name().length()));
        if (command.isEmpty()) throw unknown(commands);
        int words = command.get().name().split(" ").length;
        List<String> rest = options.rest().subList(words - 1, options.rest().size());
        return command.get().run(rest, System.out);
    }

    private Refused unknown(List<Command> commands) {
        StringBuilder words = new StringBuilder("There is no «" + options.word() + "»");
        if (!options.rest().isEmpty())
            words.append(" with «").append(String.join(" ", options.rest())).append("»");
        words.append(". Rooms bring:");
        if (commands.isEmpty()) words.append(" nothing yet");
        commands.forEach(command ->
                words.append("\n  ").append(command.name()).append(' ').append(command.usage()));
        return new Refused(
                words.append("\n«./commonweal help» tells the other words.").toString());
    }
}
