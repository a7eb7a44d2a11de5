package org.commonweal.hub.frame;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something a finding can be made of. The room that gathers data implements it; evidence reads it without knowing what
 * a campaign is.
 *
 * <p>Example: {@code dataset.rows(id, List.of("pm25"))} gives one row per approved submission that has an answer.
 */
public interface Dataset {
    /** The kind of thing it gives rows of, such as {@code campaign}. */
    String kind();

    /** None when there is no such thing, or it has not been opened. */
    Optional<Description> find(UUID id);

    /** The public page of the thing; none as {@link #find}. Public pages ask it often, so that no row may be read for it. */
    Optional<String> findPath(UUID id);

    /** The approved rows, oldest first. A row's arrays are read only; {@code values} has one text per variable asked for. */
    List<Row> rows(UUID id, List<String> variables);

    /** What the thing is about, as findings of it are filed. */
    default List<String> topics(UUID id) {
        return List.of();
    }

    /**
     * Does what has to be done before rows are read; what it was not done for is in no row. It may take a while, and is
     * asked outside of a transaction.
     */
    default void prepare(UUID id) {}

    /** @throws Refusal (409) when no finding may be made of it now, saying what has to happen first */
    default void requireTellable(UUID id) {}

    /**
     * How a row came. Many rows share one.
     *
     * @param way {@code web} or {@code openrosa} for a form that somebody answered, {@code sensor} or {@code import}
     * @param form with its version, as {@code wells 3}; empty where the row answers none
     * @param consent version of the text that whoever answered agreed to; 0 where nobody was asked
     */
    record Origin(String way, String form, int consent) {
        /** Whether somebody answered a form, rather than a device or a table. */
        public boolean answered() {
            return way.equals("web") || way.equals("openrosa");
        }
    }

    /**
     * What the data are, for «How do we know?».
     *
     * @param path the public page of the thing
     * @param organisation who owns it
     * @param people whether figures must not expose people, else things
     * @param namesThings whether rows of things name the one that each speaks of
     * @param threshold the fewest distinct contributors behind a published cell (k)
     * @param zone in which days, weeks and months begin
     * @param received how many submissions came in, whatever became of them
     */
    record Description(
            ThingRef thing,
            UUID organisation,
            String title,
            String path,
            String question,
            String whoCouldAnswer,
            boolean people,
            boolean namesThings,
            int threshold,
            ZoneId zone,
            String country,
            long received,
            long approved,
            long rejected,
            List<Variable> variables) {}

    /**
     * One question that a row may answer.
     *
     * @param name its path in a submission without the root, such as {@code household/age}
     * @param label in the languages of the form
     * @param type {@code number}, {@code choice}, {@code choices}, {@code text} or {@code date}, which may hold a time of day
     * @param unit of a number, may be empty
     */
    record Variable(String name, Text label, String type, String unit, List<Option> options) {
        public boolean isDate() {
            return type.equals("date");
        }
    }

    record Option(String name, Text label) {}

    /**
     * One approved submission.
     *
     * @param contributor a key that tells contributors of this thing apart, empty when unknown
     * @param subject the thing it speaks of, such as a sensor or a well; empty when none is named
     * @param latitude degrees, NaN when unknown
     * @param values the answers as text, in the order asked for; empty when not answered
     * @param refused of the variables asked for those whose answer the form itself does not take: not of its kind, none
     *     of its choices or out of its bounds
     */
    record Row(
            UUID submission,
            Instant at,
            String contributor,
            String subject,
            double latitude,
            double longitude,
            List<String> values,
            Set<String> refused,
            byte[] sha256,
            Origin origin) {}
}
