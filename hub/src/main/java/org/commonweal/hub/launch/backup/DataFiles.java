package org.commonweal.hub.launch.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of the data folder a backup carries: everything but what is made anew or belongs to the running process. */
final class DataFiles {
    private static final Set<String> LEFT_OUT = Set.of(
            // The database goes as rows; its programs and its password are of that place only.
            "postgres",
            "postgres-server",
            "postgres.fresh",
            "keys/database",
            "log",
            "lock",
            "sign-in-link",
            ".restoring");

    // Of a public log its public files suffice: it is rebuilt from them, and audited then.
    private static final Pattern LOG_FILE = Pattern.compile("tlog/[^/]+/public/.+");

    private DataFiles() {}

    /** @return how many files were added */
    static long copyInto(Archive archive, Path data) throws IOException {
        return copyLogs(archive, data) + walk(archive, data, data, name -> !name.startsWith("tlog/"));
    }

    // The checkpoint before the tiles: what is appended meanwhile makes more tiles than it speaks of, never fewer.
    // Twice,
    // because a tile that was filled behind the first walk's back has replaced its partial one.
    private static long copyLogs(Archive archive, Path data) throws IOException {
        Path logs = data.resolve("tlog");
        if (!Files.isDirectory(logs)) return 0;
        Set<String> seen = new HashSet<>();
        Predicate<String> fresh = name -> LOG_FILE.matcher(name).matches() && seen.add(name);
        long checkpoints = walk(archive, data, logs, name -> name.endsWith("/public/checkpoint") && fresh.test(name));
        return checkpoints + walk(archive, data, logs, fresh) + walk(archive, data, logs, fresh);
    }

    private static long walk(Archive archive, Path data, Path from, Predicate<String> wanted) throws IOException {
        long count = 0;
        try (Stream<Path> files = Files.find(from, 64, (file, about) -> about.isRegularFile())) {
            for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
                Path file = each.next();
                String name = name(data, file);
                if (isKept(name) && wanted.test(name) && archive.file(Archive.DATA + name, file)) count++;
            }
        } catch (UncheckedIOException vanishedFolder) {
            throw vanishedFolder.getCause();
        }
        return count;
    }

    private static boolean isKept(String name) {
        return !name.endsWith(".part")
                && LEFT_OUT.stream().noneMatch(out -> name.equals(out) || name.startsWith(out + "/"));
    }

    private static String name(Path data, Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }
}
