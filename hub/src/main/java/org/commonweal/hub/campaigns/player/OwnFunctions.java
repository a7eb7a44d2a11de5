package org.commonweal.hub.campaigns.player;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormDef;

/**
 * The functions of which the hub has its own. JavaRosa lets nobody replace what is built in, so that a form is given
 * other names for them before it is parsed.
 */
final class OwnFunctions {
    private static final Pattern TAG = Pattern.compile("<[\\w:.-]++(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>");
    private static final Pattern TODAY = Pattern.compile("(?<![\\w.-])today(?=\\s*\\(\\s*\\))");
    private static final Pattern NOW = Pattern.compile("(?<![\\w.-])now(?=\\s*\\(\\s*\\))");
    private static final Pattern REGEX = Pattern.compile("(?<![\\w.-])regex(?=\\s*\\()");

    private OwnFunctions() {}

    // Expressions stand in attributes only: a label or an answer that says «today()» keeps its words.
    static String renamed(String xform) {
        return TAG.matcher(xform).replaceAll(tag -> Matcher.quoteReplacement(renamedIn(tag.group())));
    }

    private static String renamedIn(String tag) {
        String days = TODAY.matcher(tag).replaceAll(CampaignDay.NAME);
        String moments = NOW.matcher(days).replaceAll(CampaignMoment.NAME);
        return REGEX.matcher(moments).replaceAll(BoundedRegex.NAME);
    }

    /** To be called before the form is initialised. */
    static void into(FormDef form, ZoneId zone, InstantSource clock) {
        CampaignDay day = new CampaignDay(zone, clock);
        form.getEvaluationContext().addFunctionHandler(day);
        form.getEvaluationContext().addFunctionHandler(new CampaignMoment(clock));
        form.getEvaluationContext().addFunctionHandler(new BoundedRegex());
        form.getPreloader().addPreloadHandler(day);
    }
}
