package org.commonweal.hub.launch.place;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Looks at commonweal.yaml before Spring does: Spring passes over a misspelt setting in silence, and tells a misplaced
 * tab as fifty lines of a program.
 */
public final class SettingsFile {
    private static final String NAME = "commonweal.yaml";
    private static final List<String> KNOWN =
            List.of("port", "data", "db", "public-url", "postgres", "proxies", "mail-from");

    private final Path file;
    private final List<String> faults = new ArrayList<>();

    private SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * Looks at the one beside the launcher and the one in the current folder, where there are such.
     *
     * @throws Refused with everything that is wrong in them
     */
    public static void requireSound(Path home) {
        List<String> faults = new ArrayList<>();
        for (Path folder :
                List.of(home.toAbsolutePath().normalize(), Path.of("").toAbsolutePath())) {
            Path file = folder.resolve(NAME);
            if (Files.exists(file)) faults.addAll(new SettingsFile(file).look());
        }
        if (!faults.isEmpty())
            throw new Refused(String.join(
                    System.lineSeparator(), faults.stream().distinct().toList()));
    }

    private List<String> look() {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (read instanceof Map<?, ?> settings) settings.forEach((name, value) -> top(String.valueOf(name), value));
            else if (read != null) faults.add(file + " must have «commonweal:» and settings indented under it.");
        } catch (MarkedYAMLException broken) {
            faults.add(file + ", line " + (broken.getProblemMark().getLine() + 1) + ": " + broken.getProblem()
                    + ". Settings stand under «commonweal:», indented by spaces, as in " + NAME + ".example.");
        } catch (CharacterCodingException otherLetters) {
            faults.add(file + " is not in UTF-8. Save it so.");
        } catch (IOException unreadable) {
            faults.add(file + " can't be read by the user " + System.getProperty("user.name") + ".");
        }
        return faults;
    }

    private void top(String name, @Nullable Object value) {
        if (name.equals("commonweal") && value instanceof Map<?, ?> ours)
            ours.keySet().forEach(key -> requireKnown(String.valueOf(key)));
        else if (name.startsWith("commonweal.")) requireKnown(name.substring("commonweal.".length()));
        else if (KNOWN.contains(name))
            faults.add(file + ": «" + name + "» must be indented, under a line «commonweal:».");
    }

    private void requireKnown(String key) {
        if (!KNOWN.contains(key))
            faults.add(file + ": there is no setting «" + key + "»." + Nearest.ask(key, KNOWN) + " There are: "
                    + String.join(", ", KNOWN) + ".");
    }
}
