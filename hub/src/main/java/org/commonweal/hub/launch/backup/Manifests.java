package org.commonweal.hub.launch.backup;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.commonweal.hub.launch.place.Refused;

/** Reads what an archive is of. */
final class Manifests {
    private Manifests() {}

    /** @throws Refused when the file is damaged, of another passphrase or of a format that is not known here */
    static Manifest read(Path file, char[] passphrase) throws Exception {
        AtomicReference<Manifest> found = new AtomicReference<>();
        ArchiveFile.read(file, passphrase, (name, content) -> {
            if (name.equals(Manifest.NAME)) found.set(parse(content.readAllBytes()));
        });
        return found.get();
    }

    static Manifest parse(byte[] json) {
        Manifest manifest = Archive.JSON.readValue(json, Manifest.class);
        if (manifest.format() != Manifest.FORMAT)
            throw new Refused("The archive has format " + manifest.format() + "; this program reads format "
                    + Manifest.FORMAT + ". Use the version of Commonweal that made it, or a newer one.");
        return manifest;
    }
}
