package org.commonweal.hub.campaigns.player;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.ServedForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which answers a form itself would not have taken. The light player and ODK Collect see to it that there are none; a
 * script, a device or a table need not.
 *
 * <p>Whoever sends answers may want them unjudged. So they are judged as they were stored, and not the document that
 * brought them; and where the form's own expressions can't be evaluated with them, none of them is taken.
 */
@Component
public class FormRules {
    private static final Logger LOG = LoggerFactory.getLogger(FormRules.class);

    private final FormOpener opener;
    private final FormModels models;

    FormRules(FormOpener opener, FormModels models) {
        this.opener = opener;
        this.models = models;
    }

    /**
     * Answers as they are stored.
     *
     * @param answers text, maps for groups, lists for what stands there more than once
     * @param at when they were given: that day is today to the form
     * @param filled whether somebody filled the form in; a device or a table has what it has
     */
    public record Came(Map<String, Object> answers, Instant at, boolean filled) {}

    /**
     * @param came answers to this version
     * @return for each the paths, such as {@code household/age}, of the questions with an answer that is not of their
     *     kind, none of their choices, against their constraint or not asked for beside the other answers; of a
     *     group that is repeated too often to be looked at, the group's own path; of a form that was filled in, also of
     *     the questions without the answer that they require
     */
    public List<Set<String>> listBroken(ServedForm form, ZoneId zone, List<Came> came) {
        Moment moment = new Moment();
        Judge judge = new Judge(opener.blank(form, zone, moment), models.get(form.id()));
        return came.stream()
                .map(one -> {
                    moment.at = one.at();
                    return listBroken(judge, form, one);
                })
                .toList();
    }

    private static Set<String> listBroken(Judge judge, ServedForm form, Came came) {
        Set<String> broken = new TreeSet<>();
        Given given = Given.of(came, broken);
        try {
            judge.judge(given, broken);
        } catch (RuntimeException unworkable) {
            // Its message may quote answers.
            LOG.warn("Answers to form {} can't be judged: {}", form.id(), unworkable.getClass());
            broken.addAll(given.paths());
        }
        return broken;
    }

    /** The time that the answers judged next were given. For one thread. */
    private static final class Moment extends Clock {
        private Instant at = Instant.EPOCH;

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Only its instant is asked for");
        }
    }
}
