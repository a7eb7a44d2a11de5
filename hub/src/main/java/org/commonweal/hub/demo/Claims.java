package org.commonweal.hub.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.review.Decisions;
import org.commonweal.hub.campaigns.review.Decisions.Verb;
import org.commonweal.hub.evidence.Areas;
import org.commonweal.hub.evidence.Spec;
import org.commonweal.hub.evidence.Statements;
import org.commonweal.hub.evidence.Statistic;
import org.commonweal.hub.evidence.Times;
import org.commonweal.hub.frame.Dataset;
import org.springframework.stereotype.Component;

/**
 * The findings, in the languages of those who publish them: some stand, one is corrected, one withdrawn, one only prepared.
 * Published now, as the log tells.
 */
@Component
class Claims {
    private static final String INVENTED =
            " Invented answers, made by a formula for a demonstration: nothing is known here of real ";
    private static final String INVENTED_FR =
            " Réponses inventées, produites par une formule pour une démonstration : on n'en apprend rien sur de vrais ";
    private static final Areas WHOLE = new Areas(Areas.Kind.WHOLE, -1);
    private static final Areas CELLS = new Areas(Areas.Kind.H3, 4);

    private final Statements statements;
    private final Decisions decisions;
    private final List<Dataset> datasets;

    Claims(Statements statements, Decisions decisions, List<Dataset> datasets) {
        this.statements = statements;
        this.decisions = decisions;
        this.datasets = datasets;
    }

    /** Paths of what to look at. */
    record Made(int versions, String corrected, String withdrawn, String draft) {}

    Made make(Troupe.Cast cast, Calls.Open open, LocalDate today) {
        UUID withdrawn = Troupe.as(cast.water(), () -> taps(open.taps()));
        Troupe.as(cast.stops(), () -> stops(open.stops()));
        UUID air = Troupe.as(cast.air(), () -> air(open.air()));
        Troupe.as(cast.second(), () -> reject(open.air(), today));
        Troupe.as(cast.air(), () -> {
            statements.correct(
                    air,
                    "For twelve days the sensor on roof 4 stood in a baker's smoke. We left those readings out; its mean of"
                            + " that month is lower now, and its interval wider.");
            return null;
        });
        UUID draft = Troupe.as(cast.water(), () -> {
            statements.withdraw(
                    withdrawn,
                    "The Arabic question was understood in two ways: days without any water, and days with less than"
                            + " usual. The two can't be told apart afterwards. We ask again with clearer words.");
            return statements.prepare(
                    open.taps().ref(),
                    spec("minutes", Statistic.MEDIAN, "", CELLS, Times.NONE),
                    "en",
                    "Fetching water takes twenty minutes or more in half of the reports",
                    "Time as people told it, the queue included, whether the tap was dry or not." + INVENTED + "taps.");
        });
        return new Made(8, "/findings/" + tail(air), "/findings/" + tail(withdrawn), "/findings/drafts/" + draft);
    }

    private UUID taps(Campaign taps) {
        publish(
                taps,
                spec("", Statistic.COUNT, "", WHOLE, Times.WEEK),
                "en",
                "Reports of public taps come in steadily, week by week",
                "The number tells how many reported, not how many taps there are." + INVENTED + "taps.");
        publish(
                taps,
                spec("flow", Statistic.SHARE, "dry", CELLS, Times.NONE),
                "ar",
                "في ثلاثة من كل عشرة بلاغات لا يصل الماء إلى الحنفية العمومية",
                "البلاغات فقط حيث أبلغ أحد، فالحنفية التي لا يقصدها أحد ليست منها. ومجالات المناطق واسعة ومتداخلة، فلا يصحّ"
                        + " ترتيبها كلها. الإجابات مُتخيَّلة صُنعت بمعادلة لعرض تجريبي، ولا يُعرف منها شيء عن حنفيات حقيقية.");
        return publish(
                taps,
                spec("dry_days", Statistic.MEAN, "", CELLS, Times.NONE),
                "en",
                "Where the water fails, the tap is dry on about three days of seven",
                "Asked only where the tap did not run as usual." + INVENTED + "taps.");
    }

    private UUID stops(Campaign stops) {
        publish(
                stops,
                spec("shade", Statistic.SHARE, "none", CELLS, Times.NONE),
                "fr",
                "Une réponse sur deux signale un arrêt de bus sans ombre à midi",
                "Seulement les arrêts où quelqu'un a attendu pendant ces six semaines, et où l'on a répondu."
                        + INVENTED_FR + "arrêts de bus.");
        return publish(
                stops,
                spec("wait", Statistic.MEDIAN, "", WHOLE, Times.MONTH),
                "fr",
                "La moitié des réponses disent plus d'un quart d'heure d'attente",
                "Les minutes telles qu'on les a dites, le jour de la réponse." + INVENTED_FR + "arrêts de bus.");
    }

    private UUID air(Campaign air) {
        return publish(
                air,
                spec("pm25", Statistic.MEAN, "", new Areas(Areas.Kind.SUBJECT, 3), Times.MONTH),
                "en",
                "Fine dust over the six roofs follows the season",
                "Six months are half of the year, and low-cost sensors read too high in damp air. These readings are synthetic, made by a formula for a demonstration:"
                        + " nothing is known here of real air.");
    }

    private Object reject(Campaign air, LocalDate today) {
        List<UUID> faulty = datasets.stream()
                .filter(room -> room.kind().equals(air.ref().kind()))
                .flatMap(room -> room.rows(air.id(), List.of("sensor")).stream())
                .filter(row -> Readings.isFaulty(row.subject(), LocalDate.ofInstant(row.at(), air.zone()), today))
                .map(Dataset.Row::submission)
                .toList();
        return decisions.decide(Verb.REJECT, air.id(), faulty, "The sensor stood in a baker's smoke.");
    }

    private UUID publish(Campaign campaign, Spec spec, String language, String title, String limitations) {
        UUID draft = statements.prepare(campaign.ref(), spec, language, title, limitations.strip());
        statements.publish(draft);
        return draft;
    }

    private static Spec spec(String variable, Statistic statistic, String option, Areas areas, Times times) {
        return new Spec(variable, statistic, option, "", null, areas, times, null, null, "");
    }

    // Only the last eight characters of an address count.
    private static String tail(UUID finding) {
        return org.commonweal.hub.frame.Ids.tail(finding);
    }
}
