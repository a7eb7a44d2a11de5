package org.commonweal.hub.campaigns.player;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.core.model.utils.IPreloadHandler;

/**
 * What day it is for somebody who answers: the campaign's, wherever the hub runs. JavaRosa takes its machine's day.
 */
final class CampaignDay implements IFunctionHandler, IPreloadHandler {
    static final String NAME = "campaign-today";
    private final ZoneId zone;
    private final InstantSource clock;

    CampaignDay(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    // A day is held as its midnight in the machine's zone.
    private Date today() {
        return DateUtils.parseDate(LocalDate.ofInstant(clock.instant(), zone).toString());
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
        return today();
    }

    @Override
    public String preloadHandled() {
        return "date";
    }

    @Override
    public IAnswerData handlePreload(String parameters) {
        return new DateData(today());
    }

    @Override
    public boolean handlePostProcess(TreeElement node, String parameters) {
        return false;
    }
}
