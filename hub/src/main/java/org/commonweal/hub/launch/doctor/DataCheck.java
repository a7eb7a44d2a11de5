package org.commonweal.hub.launch.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Surroundings;

/** The data folder: there, ours, not read by others, with room to grow. */
class DataCheck implements Check {
    private static final long COMFORTABLE_BYTES = 5L << 30;

    @Override
    public List<Finding> look(Surroundings here) throws Exception {
        Path data = here.data();
        Path place = data;
        while (!Files.exists(place)) place = place.getParent();
        if (!Files.isDirectory(place)) return List.of(Finding.wrong(place + " is a file, not a folder"));
        if (!Files.isWritable(place))
            return List.of(Finding.wrong(data + " can't be written by the user " + System.getProperty("user.name")));
        List<Finding> findings = new ArrayList<>();
        findings.add(room(data, Files.getFileStore(place).getUsableSpace()));
        if (Files.isDirectory(data)) findings.addAll(openToOthers(data));
        if (Files.exists(data.resolve(".restoring")))
            findings.add(Finding.wrong("a restore did not finish: delete " + data.resolve(".restoring")));
        if (Files.exists(data.resolve("keys"))) findings.addAll(keys(data.resolve("keys")));
        return findings;
    }

    // A folder that somebody else made, by mkdir or a container's mount, is left as it is and told. A group that was
    // let
    // in is meant to be (see DataFolder).
    private static List<Finding> openToOthers(Path data) throws Exception {
        Set<PosixFilePermission> who = Files.getPosixFilePermissions(data);
        boolean open = who.contains(PosixFilePermission.OTHERS_READ);
        return open ? List.of(Finding.mind(data + " can be read by others: chmod 700 " + data)) : List.of();
    }

    private static Finding room(Path data, long free) {
        String words = data + ", " + (free >> 20) + " MB free";
        if (free < DataFolder.LEAST_FREE_BYTES) return Finding.wrong(words + ": the hub does not start with so little");
        return free < COMFORTABLE_BYTES ? Finding.mind(words + ": less than 5 GB") : Finding.well(words);
    }

    private static List<Finding> keys(Path keys) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (var files = Files.list(keys)) {
            for (Path file : files.toList()) {
                Set<PosixFilePermission> who = Files.getPosixFilePermissions(file);
                if (who.contains(PosixFilePermission.GROUP_READ) || who.contains(PosixFilePermission.OTHERS_READ))
                    findings.add(Finding.wrong(file + " can be read by others: chmod 600 " + file));
            }
        }
        return findings;
    }
}
