package org.commonweal.hub.campaigns.player;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.campaigns.ServedForm;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.core.model.utils.IPreloadHandler;

/**
 * What day it is for somebody who answers: the campaign's, wherever the hub runs. JavaRosa takes its machine's day and
 * lets nobody replace its own {@code today()}, so that the form is given another name for it before it is parsed.
 *
 * <p>{@code now()} needs none of this: a moment is the same everywhere.
 */
final class CampaignDay implements IFunctionHandler, IPreloadHandler {
    private static final String NAME = "campaign-today";
    private static final Pattern TAG = Pattern.compile("<[\\w:.-]++(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>");
    private static final Pattern TODAY = Pattern.compile("(?<![\\w.-])today\\(\\s*\\)");
    private final ZoneId zone;
    private final Clock clock;

    CampaignDay(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    // Expressions stand in attributes only: a label or an answer that says «today()» keeps its words.
    static String renamed(ServedForm form) {
        return TAG.matcher(form.xform())
                .replaceAll(tag ->
                        Matcher.quoteReplacement(TODAY.matcher(tag.group()).replaceAll(NAME + "()")));
    }

    /** To be called before the form is initialised. */
    void into(FormDef form) {
        form.getEvaluationContext().addFunctionHandler(this);
        form.getPreloader().addPreloadHandler(this);
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
