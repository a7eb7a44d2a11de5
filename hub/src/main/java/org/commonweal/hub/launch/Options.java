package org.commonweal.hub.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.launch.place.Nearest;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Setting;

/**
 * A command line taken apart: the word, the settings of the house, and what is left for the word itself.
 *
 * <p>Example: {@code import directory a.csv --data /srv/hub} has the word {@code import}, the rest {@code [directory,
 * a.csv]} and the setting {@code commonweal.data}. Without a word it is {@code up}.
 */
record Options(String word, List<String> rest, Map<String, String> settings) {
    private static final Map<String, String> KEYS = Map.of(
            "--port", "commonweal.port",
            "--data", "commonweal.data",
            "--db", "commonweal.db",
            "--public-url", "commonweal.public-url");

    // Settings by their whole name, which have no option of their own; the last are Spring's.
    private static final String SETTING = "--(commonweal\\.(proxies|mail-from|postgres)|(spring|server|logging)\\..+)";

    /** @throws Refused when an option of the house has no value, or one that breaks its rule */
    static Options parse(List<String> arguments) {
        List<String> rest = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String name = optionOf(argument);
            if (KEYS.containsKey(name)) {
                boolean joined = argument.contains("=");
                if (!joined && i + 1 == arguments.size()) throw missing(name);
                String value = joined ? valueOf(argument) : arguments.get(++i);
                settings.put(KEYS.get(name), checked(name, value));
            } else if (name.matches(SETTING) && argument.contains("=")) {
                settings.put(name.substring(2), valueOf(argument));
            } else rest.add(argument);
        }
        String word = rest.isEmpty() ? "up" : rest.removeFirst();
        return new Options(word, List.copyOf(rest), settings);
    }

    // «--commonweal.port=9» is another way to say «--port=9», and keeps to the same rules.
    private static String optionOf(String argument) {
        String name = argument.replaceFirst("(?s)=.*", "");
        boolean whole = argument.contains("=") && KEYS.containsValue(name.replaceFirst("^--", ""));
        return whole ? name.replaceFirst("commonweal\\.", "") : name;
    }

    private static String valueOf(String argument) {
        return argument.substring(argument.indexOf('=') + 1);
    }

    /** The settings as Spring takes them. */
    String[] forSpring() {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /**
     * Refuses what a word has no use for, before anything is begun: an option that is misspelt would be an option that
     * is not obeyed.
     *
     * @param arguments whether it takes any besides options
     * @param own all options that it takes, the house's too
     * @throws Refused with the nearest option that it takes
     */
    void require(boolean arguments, String... own) {
        requireHouse(own);
        for (String said : rest) {
            boolean option = said.startsWith("-");
            if (option ? List.of(own).contains(said) : arguments) continue;
            throw refuse(
                    option ? "option " + said : "«" + said + "»",
                    Nearest.ask(said.replaceFirst("=.*", "").replaceFirst("^--commonweal\\.", "--"), List.of(own)));
        }
    }

    /**
     * The same for the house's settings alone, where a word reads the rest itself.
     *
     * @throws Refused when the command line carries one that the word has no use for
     */
    void requireHouse(String... own) {
        KEYS.forEach((option, key) -> {
            if (settings.containsKey(key) && !List.of(own).contains(option)) throw refuse("option " + option, "");
        });
    }

    private Refused refuse(String said, String ask) {
        return Refused.usage("«" + word + "» takes no " + said + "." + ask + " «./commonweal help " + word
                + "» tells what it takes.");
    }

    Options with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Options(word, rest, more);
    }

    /** The same, unless the command line said it. */
    Options or(String key, String value) {
        return settings.containsKey(key) ? this : with(key, value);
    }

    private static String checked(String name, String value) {
        if (value.isBlank()) throw missing(name);
        return switch (name) {
            case "--port" -> port(value);
            // Said in the caller's folder, so taken there, wherever the launcher lies.
            case "--data" -> Path.of(value).toAbsolutePath().normalize().toString();
            default -> value;
        };
    }

    private static String port(String value) {
        try {
            return String.valueOf(Setting.port("--port", value));
        } catch (Refused wrong) {
            throw Refused.usage(wrong.getMessage());
        }
    }

    private static Refused missing(String name) {
        return Refused.usage(name + " needs a value, as in «" + name + " " + example(name) + "»." + secret(name));
    }

    private static String example(String name) {
        return switch (name) {
            case "--port" -> "8080";
            case "--data" -> "/srv/commonweal";
            case "--db" -> "postgresql://localhost/commonweal?user=hub";
            default -> "https://hub.example.org";
        };
    }

    private static String secret(String name) {
        return name.equals("--db")
                ? " An address with a password belongs in COMMONWEAL_DB or commonweal.yaml: whoever uses this machine can"
                        + " read a command line."
                : "";
    }
}
