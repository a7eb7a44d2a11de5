package org.commonweal.hub.evidence;

import java.util.Collection;
import java.util.List;
import org.commonweal.hub.frame.Outcomes;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Component;

/** The standing findings whose newest version counted a row. Only the hub can tell: it alone has the versions' keys. */
@Component
class FindingOutcomes implements Outcomes {
    private final Findings findings;
    private final Inputs inputs;

    FindingOutcomes(Findings findings, Inputs inputs) {
        this.findings = findings;
        this.inputs = inputs;
    }

    @Override
    public List<Outcome> list(ThingRef source, Collection<byte[]> rows) {
        if (rows.isEmpty()) return List.of();
        return findings.listEver(source).stream()
                .filter(finding -> !finding.isWithdrawn() && inputs.holdAny(finding.id(), finding.version(), rows))
                .map(finding -> new Outcome(finding.path(), finding.title()))
                .toList();
    }
}
