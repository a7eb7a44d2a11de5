package org.commonweal.hub.launch.doctor;

import java.util.List;
import org.commonweal.hub.launch.place.Surroundings;

class JavaCheck implements Check {
    private static final int NEEDED = 25;

    @Override
    public List<Finding> look(Surroundings here) {
        Runtime.Version version = Runtime.version();
        String words = version + " in " + System.getProperty("java.home") + ", at most "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB for objects, "
                + Runtime.getRuntime().availableProcessors() + " cores";
        return List.of(
                version.feature() >= NEEDED
                        ? Finding.well(words)
                        : Finding.wrong(words + ": Java " + NEEDED + " or newer is needed"));
    }
}
