package org.commonweal.hub.launch.doctor;

import java.util.List;
import org.commonweal.hub.launch.place.Surroundings;

/** One thing that can be well or not. What it throws is told as wrong, so that one bad thing does not hide the others. */
interface Check {
    List<Finding> look(Surroundings here) throws Exception;
}
