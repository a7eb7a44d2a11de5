package org.commonweal.hub.evidence;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is published: the record's parts are the JSON's members, absent where null. It refers by identifier and
 * digest, never by host name. {@code docs/decisions/0017-findings-are-frozen.md} says why.
 *
 * @param published null in a preview
 * @param title the statement, one sentence
 * @param removed what was left out, in rounded numbers
 * @param inputs null in a preview
 * @param corrects null in a first version
 */
public record Document(
        String format,
        String type,
        UUID id,
        int version,
        @Nullable Instant published,
        String language,
        String title,
        String limitations,
        String license,
        Organisation organisation,
        Source source,
        Answers answers,
        Period period,
        Protection protection,
        Variable variable,
        Statement statistic,
        Areas areas,
        Removed removed,
        List<Cell> cells,
        @Nullable Inputs inputs,
        @Nullable Corrects corrects) {
    static final String FORMAT = "commonweal-finding-1";
    static final String PUBLISHED = "published";
    static final String WITHHELD = "withheld";

    public record Organisation(UUID id, String name) {}

    /**
     * Where the data come from.
     *
     * @param forms versions that the rows answer; in documents without {@code ways} all that there were
     * @param consentVersion the latest that somebody agreed to, 0 for none; in documents without {@code ways} the one in
     *     force when it was published
     * @param consents all versions that somebody agreed to who answered; null in documents before there was this member
     * @param ways how the rows came, null as {@code consents}
     */
    public record Source(
            String kind,
            UUID id,
            String title,
            String question,
            String whoCouldAnswer,
            String country,
            List<String> forms,
            int consentVersion,
            @Nullable List<Integer> consents,
            @Nullable List<Way> ways) {
        boolean has(String... some) {
            return ways != null && ways.stream().anyMatch(one -> List.of(some).contains(one.way()));
        }
    }

    /**
     * @param way {@code web}, {@code openrosa}, {@code sensor} or {@code import}
     * @param rows a multiple of the base, 0 where there are fewer than half of it
     */
    public record Way(String way, long rows) {}

    /** How many forms came in and what became of them, as multiples of {@code roundedTo}. */
    public record Answers(long received, long approved, long rejected, int roundedTo) {}

    /**
     * First and last day, in the zone.
     *
     * @param by the question that tells a row's time; null where that is when it was answered
     */
    public record Period(
            LocalDate first,
            LocalDate last,
            String zone,
            Times times,
            @Nullable Variable by) {
        /** Name of that question, "" for none. */
        String clock() {
            return by == null ? "" : by.name();
        }
    }

    /** Whom the figures must not expose, and by which rule. */
    public record Protection(String unit, int k, double greatestShare, int roundingBase, String rule) {}

    /** @param labels by BCP 47 code; null where the form says no language, and in documents before there was this member */
    public record Variable(
            String name,
            String label,
            String type,
            String unit,
            @Nullable Map<String, String> labels) {}

    /**
     * @param of for a share: what counts as «yes», in words
     * @param condition the same for machines, such as {@code = clean} or {@code ge 25}
     * @param method of the interval, null where no cell has one
     * @param labels {@code of} by BCP 47 code, as those of the variable
     */
    public record Statement(
            Statistic name,
            String of,
            String condition,
            double intervalLevel,
            @Nullable String method,
            @Nullable Map<String, String> labels) {}

    /**
     * Rows left out by reason, and what was done to the cells.
     *
     * @param rowsGiven out of how many; {@code rows} in documents before it was called so
     * @param rowsWithoutAnswer and the other reasons are null where fewer than {@code roundedTo} rows have them: none and
     *     some are told alike
     * @param cellsWithheld of those that the document lists; about people it does not list those of which nothing may be
     *     told
     * @param rowsNotOffered whose answer the form does not take; null also in documents before there was this member
     * @param rowsWithoutTime that do not say when; null also where no question was asked for it
     * @param roundedTo multiples of which rows are told; null in documents before there was this member, which tell few
     *     as none
     */
    public record Removed(
            @JsonAlias("rows") long rowsGiven,
            @Nullable Long rowsWithoutAnswer,
            @Nullable Long rowsWithoutPlace,
            @Nullable Long rowsOutsidePeriod,
            long cellsWithheld,
            @Nullable Long rowsNotOffered,
            @Nullable Long rowsWithoutTime,
            @Nullable Integer roundedTo) {}

    /**
     * @param place an H3 index or a country's code, "" for everywhere
     * @param period such as {@code 2026-11}, "" for the whole time
     * @param n rows behind the value, rounded to the base
     * @param coverage of the interval where it differs from the level
     * @param noInterval why there is none
     */
    public record Cell(
            String place,
            String subject,
            String period,
            String status,
            @Nullable Long n,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double coverage,
            @Nullable String noInterval,
            @Nullable List<String> caveats) {
        @JsonIgnore
        public boolean isPublished() {
            return status.equals(PUBLISHED);
        }

        @JsonIgnore
        public boolean isTotal() {
            return place.isEmpty() && subject.isEmpty();
        }

        Spot spot() {
            return new Spot(new Where(place, subject), period);
        }
    }

    /** A commitment to the rows: the root tells them to whoever has the key, and nothing to anybody else. */
    public record Inputs(String method, String root) {}

    /** The version before this one, and why this one was needed. */
    public record Corrects(int version, String sha256, String reason) {}

    /** The figure of everything, none where it is withheld. */
    Optional<Cell> findTotal() {
        return cells.stream()
                .filter(cell -> cell.isTotal() && cell.period().isEmpty() && cell.isPublished())
                .findFirst();
    }

    boolean people() {
        return protection.unit().equals("people");
    }

    /** The same without the places and things told apart. */
    Document ofTotals() {
        return with(published, cells.stream().filter(Cell::isTotal).toList(), inputs);
    }

    Document publishedAt(Instant at, Inputs commitment) {
        return with(at, cells, commitment);
    }

    private Document with(@Nullable Instant at, List<Cell> told, @Nullable Inputs commitment) {
        return new Document(
                format,
                type,
                id,
                version,
                at,
                language,
                title,
                limitations,
                license,
                organisation,
                source,
                answers,
                period,
                protection,
                variable,
                statistic,
                areas,
                removed,
                told,
                commitment,
                corrects);
    }
}
