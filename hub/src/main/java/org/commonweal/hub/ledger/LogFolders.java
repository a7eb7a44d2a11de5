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
class LogFolders {
    private final Path data;

    LogFolders(Settings settings) {
        this.data = settings.data();
    }

    /**
     * Whatever puts a backup back marks the whole folder with {@code Log.requireProof(data/tlog)}, knowing nothing of the
     * logs in it. Here the mark is passed on to each of them, and they sign nothing until they are compared.
     */
    void passOnRestored() throws IOException {
        Path mark = all().resolve("needs-proof");
        if (!Files.exists(mark)) return;
        for (Path log : list(all())) Log.requireProof(log);
        Files.delete(mark);
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
