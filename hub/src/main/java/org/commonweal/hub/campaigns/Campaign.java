package org.commonweal.hub.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Text;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;

/**
 * A call to report. Those who make or change one do so part by part; all others ask the campaign itself.
 *
 * <p>Example: {@code campaign.with(campaign.about().until(lastDay))}.
 */
public record Campaign(UUID id, UUID organisation, About about, Promise promise, Life life) {

    /**
     * What it asks for, of whom, where and until when.
     *
     * @param contact whom people can ask
     * @param topics by their slugs
     * @param zone by whose clock its days begin
     * @param minutes that it takes to answer
     * @param closesOn the last day, null for none
     * @param anonymous whether anybody may answer on the web
     */
    public record About(
            Text title,
            Text why,
            Text whoCanAnswer,
            String contact,
            List<String> topics,
            Place place,
            ZoneId zone,
            int minutes,
            @Nullable LocalDate closesOn,
            boolean anonymous) {
        public About until(LocalDate last) {
            return new About(title, why, whoCanAnswer, contact, topics, place, zone, minutes, last, anonymous);
        }
    }

    /** What people are told before they answer, and what is kept to. */
    public record Promise(
            Text useOfAnswers, Text consent, int consentVersion, int retentionMonths, Protection protection) {}

    /** How far it has come, and when. */
    public record Life(
            State state,
            Instant createdAt,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt) {
        public static Life draft(Instant now) {
            return new Life(State.DRAFT, now, null, null);
        }
    }

    /** Where it takes effect; latitude and longitude are NaN when no point is named. */
    public record Place(String country, String words, double latitude, double longitude) {
        public static final Place NOWHERE = new Place("", "", Double.NaN, Double.NaN);

        public boolean hasPoint() {
            return !Double.isNaN(latitude);
        }
    }

    public enum State {
        DRAFT,
        OPEN,
        CLOSED;

        /** The word kept in the database and shown by the state piece. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whom the figures must not expose.
     *
     * @param things sensors, wells, documents or squares, else people
     * @param threshold the fewest distinct contributors behind a published cell; 1 for things
     * @param reason why it speaks of things
     * @param approved whether a second person agreed; true for people
     * @param subject the question that names the thing, such as {@code sensor_index}; empty when none does
     */
    public record Protection(boolean things, int threshold, String reason, boolean approved, String subject) {
        public static final int FEWEST_PEOPLE = 10;
        public static final Protection PEOPLE = new Protection(false, FEWEST_PEOPLE, "", true, "");

        /** By which the public is shown anything: as long as nobody agreed that it speaks of things, it speaks of people. */
        public Protection inForce() {
            return approved ? this : PEOPLE;
        }
    }

    /** A draft of which no more is known than whose it is. */
    public static Campaign draft(UUID organisation, String language, Instant now) {
        Text nothing = Text.of(language, "");
        return new Campaign(
                Ids.next(),
                organisation,
                new About(nothing, nothing, nothing, "", List.of(), Place.NOWHERE, ZoneId.of("UTC"), 5, null, true),
                new Promise(nothing, nothing, 1, 24, Protection.PEOPLE),
                Life.draft(now));
    }

    public Campaign with(About other) {
        return new Campaign(id, organisation, other, promise, life);
    }

    public Campaign with(Promise other) {
        return new Campaign(id, organisation, about, other, life);
    }

    public ThingRef ref() {
        return new ThingRef("campaign", id);
    }

    public Scope scope() {
        return Scope.organisation(organisation);
    }

    /** Its public page. */
    public String path() {
        return "/campaigns/" + Ids.address(title().original(), id);
    }

    /** The last day on which it takes or took answers, in its zone; null while nobody knows. */
    public @Nullable LocalDate end() {
        return state() == State.CLOSED && closedAt() != null ? LocalDate.ofInstant(closedAt(), zone()) : closesOn();
    }

    /**
     * The last day on which an answer is kept. Without a known end the months count from the day on which it came: what
     * is open for ever would else be kept for ever.
     */
    public LocalDate keptUntil(Instant came) {
        LocalDate end = end();
        return (end == null ? LocalDate.ofInstant(came, zone()) : end).plusMonths(retentionMonths());
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    public Text title() {
        return about.title();
    }

    public Text why() {
        return about.why();
    }

    public Text useOfAnswers() {
        return promise.useOfAnswers();
    }

    public Text consent() {
        return promise.consent();
    }

    public int consentVersion() {
        return promise.consentVersion();
    }

    public Text whoCanAnswer() {
        return about.whoCanAnswer();
    }

    public String contact() {
        return about.contact();
    }

    public List<String> topics() {
        return about.topics();
    }

    public Place place() {
        return about.place();
    }

    public ZoneId zone() {
        return about.zone();
    }

    public int minutes() {
        return about.minutes();
    }

    public int retentionMonths() {
        return promise.retentionMonths();
    }

    public @Nullable LocalDate closesOn() {
        return about.closesOn();
    }

    public State state() {
        return life.state();
    }

    public Protection protection() {
        return promise.protection();
    }

    public boolean anonymous() {
        return about.anonymous();
    }

    public Instant createdAt() {
        return life.createdAt();
    }

    public @Nullable Instant openedAt() {
        return life.openedAt();
    }

    public @Nullable Instant closedAt() {
        return life.closedAt();
    }
}
