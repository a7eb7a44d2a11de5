package org.commonweal.hub.launch.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Surroundings;

/** Runs all checks; the exit code is 1 when one of them found something wrong. */
public final class Doctor {
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Surroundings here;
    private final Lines lines;

    public Doctor(Surroundings here, Lines lines) {
        this.here = here;
        this.lines = lines;
        checks.put("Java", new JavaCheck());
        checks.put("Data", new DataCheck());
        checks.put("Port", new PortCheck());
        checks.put("Database", new DatabaseCheck());
        checks.put("Public log", new LogCheck());
        checks.put("Clock", new ClockCheck());
        checks.put("Mail", new MailCheck());
        checks.put("Address", new AddressCheck());
    }

    public int run() {
        int wrong = 0;
        int mind = 0;
        for (Map.Entry<String, Check> check : checks.entrySet()) {
            for (Finding finding : look(check.getValue())) {
                lines.say(finding.mark().sign + " " + check.getKey() + ": " + finding.words());
                if (finding.mark() == Finding.Mark.WRONG) wrong++;
                if (finding.mark() == Finding.Mark.MIND) mind++;
            }
        }
        lines.say(wrong + " wrong (✗), " + mind + " to mind (!).");
        return wrong == 0 ? 0 : 1;
    }

    private List<Finding> look(Check check) {
        try {
            return check.look(here);
        } catch (Exception fault) {
            return List.of(Finding.wrong(fault.getMessage()));
        }
    }
}
