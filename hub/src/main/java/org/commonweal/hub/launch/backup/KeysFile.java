package org.commonweal.hub.launch.backup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.commonweal.hub.launch.place.Refused;

/**
 * A keys file in memory.
 *
 * @param keys each person's key as it is written there: sealed under the hub's, in PostgreSQL's COPY text
 */
record KeysFile(Manifest manifest, Map<UUID, String> keys) {
    private static final String ROWS = Archive.DATABASE + Tables.PERSON_KEYS + "/";

    /** @throws Refused when the file is damaged, of another passphrase or of a format that is not known here */
    static KeysFile read(Path file, char[] passphrase) throws Exception {
        AtomicReference<Manifest> manifest = new AtomicReference<>();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        ArchiveFile.read(file, passphrase, (name, content) -> {
            if (name.equals(Manifest.NAME)) manifest.set(Manifests.parse(content.readAllBytes()));
            else if (name.startsWith(ROWS)) content.transferTo(rows);
        });
        if (manifest.get() == null) throw new Refused(file + " lacks its beginning. Use another copy.");
        return new KeysFile(manifest.get(), parse(rows.toString(StandardCharsets.UTF_8)));
    }

    // person_id and sealed_key lead each line, as they lead the table.
    private static Map<UUID, String> parse(String rows) {
        Map<UUID, String> keys = new HashMap<>();
        rows.lines().map(line -> line.split("\t")).forEach(row -> keys.put(UUID.fromString(row[0]), row[1]));
        return keys;
    }
}
