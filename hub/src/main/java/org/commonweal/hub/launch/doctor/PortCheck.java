package org.commonweal.hub.launch.doctor;

import java.util.List;
import java.util.Optional;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Ports;
import org.commonweal.hub.launch.place.Setting;
import org.commonweal.hub.launch.place.Surroundings;

class PortCheck implements Check {
    @Override
    public List<Finding> look(Surroundings here) {
        int port = Setting.port(here.environment());
        Optional<String> holder = DataFolder.findHolder(here.data());
        if (Ports.isFree(port))
            return List.of(Finding.well(port + " is free"
                    + holder.map(running -> "; this hub is running elsewhere: " + running)
                            .orElse("")));
        return List.of(
                holder.isPresent()
                        ? Finding.well(port + " is taken; this hub is running: " + holder.get())
                        : Finding.wrong(Ports.taken(port)));
    }
}
