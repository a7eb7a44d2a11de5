package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class FileSweepTest {
    @Autowired
    Files files;

    @Autowired
    FileSweep sweep;

    @Autowired
    Settings settings;

    private final UUID scope = UUID.randomUUID();

    @Test
    void removesWhatIsOldAndNoRowRefersTo() throws IOException {
        files.refer(kept("referred, old", 2), "a");
        kept("alone, old", 2);
        kept("alone, young", 0);
        part("in-7.part", 2);
        part("in-8.part", 0);
        sweep.sweep();
        assertThat(contents()).containsExactlyInAnyOrder("referred, old", "alone, young", "in-8.part");
    }

    /** A sweep was ended between moving aside and looking again. */
    @Test
    void putsBackWhatWasLeftAsideAndIsReferredTo() throws IOException {
        files.refer(kept("referred", 2), "a");
        kept("come again", 0);
        kept("alone", 2);
        for (Path file : listFiles())
            java.nio.file.Files.move(file, file.resolveSibling(file.getFileName() + ".aside"));
        sweep.sweep();
        assertThat(contents()).containsExactlyInAnyOrder("referred", "come again");
        assertThat(listFiles()).noneMatch(file -> file.toString().endsWith(".aside"));
    }

    @Test
    void looksAtMoreThanItAsksForAtOnce() throws IOException {
        for (int i = 0; i < 1_100; i++) part("in-" + i + ".part", 2);
        Files.Content referred = kept("referred", 2);
        files.refer(referred, "a");
        sweep.sweep();
        assertThat(contents()).containsExactly("referred");
    }

    /** While uploads get their names and old contents come again, none that was acknowledged is lost. */
    @Test
    void losesNothingThatComesMeanwhile() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < 20; i++) texts.add("round " + round + " text " + i);
                for (String text : texts) kept(text, 2);
                Future<?> comes = pool.submit(() -> {
                    for (String text : texts) files.refer(keep(text), "a");
                    return null;
                });
                Future<Integer> swept = pool.submit(sweep::sweep);
                comes.get();
                swept.get();
                assertThat(contents()).containsAll(texts);
            }
        }
    }

    private Files.Content keep(String text) throws IOException {
        return files.keep(scope, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000);
    }

    private Files.Content kept(String text, int daysAgo) throws IOException {
        Files.Content content = keep(text);
        age(Files.path(settings.data().resolve("files"), scope, content.sha256()), daysAgo);
        return content;
    }

    private void part(String name, int daysAgo) throws IOException {
        Path folder = java.nio.file.Files.createDirectories(folder());
        age(java.nio.file.Files.writeString(folder.resolve(name), name), daysAgo);
    }

    private static void age(Path file, int daysAgo) throws IOException {
        Instant then = Instant.now().minus(Duration.ofDays(daysAgo));
        java.nio.file.Files.setLastModifiedTime(file, FileTime.from(then));
    }

    private Path folder() {
        return settings.data().resolve("files").resolve(scope.toString());
    }

    private List<Path> listFiles() throws IOException {
        try (Stream<Path> walk = java.nio.file.Files.walk(folder())) {
            return walk.filter(java.nio.file.Files::isRegularFile).toList();
        }
    }

    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : listFiles()) contents.add(java.nio.file.Files.readString(file));
        return contents;
    }
}
