package org.commonweal.hub.campaigns.player;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;

/** What {@code now()} is: the machine's moment in the player, that of the answers where they are judged later. */
final class CampaignMoment implements IFunctionHandler {
    static final String NAME = "campaign-now";
    private final InstantSource clock;

    CampaignMoment(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public List<Class<?>[]> getPrototypes() {
        return List.<Class<?>[]>of(new Class<?>[0]);
    }

    @Override
    public Object eval(Object[] arguments, EvaluationContext context) {
        return Date.from(clock.instant());
    }
}
