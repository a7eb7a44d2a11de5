package org.commonweal.hub.campaigns.player;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.ServedForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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
     * @param begun and {@code received} when they may have been given: what the form takes at either time is taken
     * @param filled whether somebody filled the form in; a device or a table has what it has
     */
    public record Came(Map<String, Object> answers, Instant begun, Instant received, boolean filled) {}

    /**
     * @param came answers to this version
     * @return for each the paths, such as {@code household/age}, of the questions with an answer that is not of their
     *     kind, none of their choices, against their constraint or not asked for beside the other answers; of a group
     *     that is repeated too often to be looked at, the group's own path; of a form that was filled in, also of the
     *     questions without the answer that they require; all paths where the form can't be read
     */
    public List<Set<String>> listBroken(ServedForm form, ZoneId zone, List<Came> came) {
        Moment moment = new Moment();
        Optional<Judge> judge = open(form, zone, moment);
        return came.stream()
                .map(one -> judge.map(open -> listBroken(open, moment, form, one))
                        .orElseGet(() -> Given.listPaths(one.answers())))
                .toList();
    }

    private Optional<Judge> open(ServedForm form, ZoneId zone, Moment moment) {
        try {
            return Optional.of(new Judge(opener.blank(form, zone, moment), models.get(form.id())));
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException unreadable) {
            // An older hub may have taken it. Those of all other forms wait behind its answers.
            LOG.error("Form {} can't be read, so that none of its answers is taken", form.id(), unreadable);
            return Optional.empty();
        }
    }

    private static Set<String> listBroken(Judge judge, Moment moment, ServedForm form, Came came) {
        try {
            moment.at = came.begun();
            Set<String> broken = judge.listBroken(came);
            if (broken.isEmpty() || came.begun().equals(came.received())) return broken;
            // A form may tell when it was begun and not when it was answered.
            moment.at = came.received();
            broken.retainAll(judge.listBroken(came));
            return broken;
        } catch (RuntimeException unworkable) {
            // Its message may quote answers.
            LOG.warn("Answers to form {} can't be judged: {}", form.id(), unworkable.getClass());
            return Given.listPaths(came.answers());
        }
    }

    /** The time that the answers judged next were given. For one thread. */
    private static final class Moment implements InstantSource {
        private Instant at = Instant.EPOCH;

        @Override
        public Instant instant() {
            return at;
        }
    }
}
