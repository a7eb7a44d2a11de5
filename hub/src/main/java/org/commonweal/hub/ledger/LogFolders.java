package org.commonweal.hub.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Settings;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.note.KeyFile;
import org.springframework.stereotype.Component;

/** Where the files of the logs lie: {@code tlog/<number>} and {@code keys/log-<number>} under the data folder. */
@Component
public class LogFolders {
    private final Path data;

    LogFolders(Settings settings) {
        this.data = settings.data();
    }

    /**
     * Marks the logs under a data folder as put back from a backup: they sign nothing until an administrator has shown
     * that they extend what the world has seen. For whatever puts a backup back, before the hub starts on it.
     *
     * @throws IOException when a mark cannot be written
     */
    public static void markRestored(Path data) throws IOException {
        for (Path log : list(data.resolve("tlog"))) Log.requireProof(log);
    }

    private static List<Path> list(Path all) throws IOException {
        if (!Files.isDirectory(all)) return List.of();
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d{1,6}"))
                    .sorted()
                    .toList();
        }
    }

    Path all() {
        return data.resolve("tlog");
    }

    Path folder(int number) {
        return all().resolve(Integer.toString(number));
    }

    Path publicFiles(int number) {
        return folder(number).resolve("public");
    }

    Path key(int number) {
        return data.resolve("keys/log-" + number);
    }

    /** Whether a key on the disk bears this name, be it from a database that is lost. */
    boolean hasOrigin(String origin) throws IOException, LogFormatException {
        for (Path log : list(all())) {
            Path key = key(Integer.parseInt(log.getFileName().toString()));
            if (Files.exists(key) && KeyFile.read(key).verifier().name().equals(origin)) return true;
        }
        return false;
    }

    /** Whether nothing lies where a log of this number would. */
    boolean isFree(int number) {
        return !Files.exists(folder(number)) && !Files.exists(key(number));
    }
}
