package org.commonweal.hub.launch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonweal.hub.frame.Command;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Nearest;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Setting;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

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
        try (Unwinding begun = Unwinding.begin()) {
            return runInContext();
        }
    }

    private int runInContext() throws Exception {
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
        if (options.word().equals("sign-in")) {
            Environment environment = context.getEnvironment();
            return new SignIn(Setting.data(environment), new Lines(System.out))
                    .offerAgain(context, address(environment), options.rest());
        }
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

    // Where the public reaches it; else where the running hub says that it listens, whatever port it was given.
    private static String address(Environment environment) {
        return Setting.findPublicUrl(environment)
                .map(url -> url.replaceAll("/+$", ""))
                .or(() -> DataFolder.findHolder(Setting.data(environment))
                        .filter(holder -> holder.contains(", http"))
                        .map(holder -> holder.replaceFirst("^.*, http", "http")))
                .orElseGet(() -> "http://localhost:" + Setting.port(environment));
    }

    private Refused unknown(List<Command> commands) {
        List<String> names = commands.stream()
                .map(Command::name)
                .filter(name -> name.startsWith(options.word() + " "))
                .sorted()
                .toList();
        StringBuilder words = new StringBuilder("«" + options.word() + "» needs to know what");
        if (!options.rest().isEmpty()) {
            String typed = options.word() + " " + options.rest().getFirst();
            words.append(", and does not know «")
                    .append(options.rest().getFirst())
                    .append("».")
                    .append(Nearest.ask(typed, names));
        } else words.append('.');
        words.append(" There are:");
        commands.stream().filter(command -> names.contains(command.name())).forEach(command -> words.append(
                        "\n  ./commonweal ")
                .append(command.name())
                .append(' ')
                .append(command.usage()));
        return Refused.usage(words.toString());
    }
}
