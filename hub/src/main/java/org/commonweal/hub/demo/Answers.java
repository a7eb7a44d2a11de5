package org.commonweal.hub.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.intake.Arrival;
import org.commonweal.hub.campaigns.intake.Arrivals;
import org.commonweal.hub.campaigns.intake.BrokenInstanceException;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.campaigns.intake.InstanceReader;
import org.commonweal.hub.campaigns.intake.Intake;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people answer: drawn from a fixed seed, handed in as a client's documents are. */
@Component
class Answers {
    static final int TAPS_OPEN_DAYS = 91;
    static final int STOPS_FIRST_DAY = 84;
    static final int STOPS_LAST_DAY = 42;
    static final int READING_OPEN_DAYS = 6;
    private static final long SEED = 20_261_121;
    private static final int PICTURE_BYTES = 1_000_000;
    private static final int ONE_PICTURE_IN = 17;

    private final Forms forms;
    private final Arrivals arrivals;
    private final Intake intake;
    private final Files files;
    private final List<String> notes = Authored.text("notes.txt").lines().toList();

    Answers(Forms forms, Arrivals arrivals, Intake intake, Files files) {
        this.forms = forms;
        this.arrivals = arrivals;
        this.intake = intake;
        this.files = files;
    }

    /** A submission as it will be decided on. */
    record Sent(UUID id, LocalDate day, boolean picture, boolean offshore) {}

    /** @param approvedLink and the other: secrets of two contributors' private pages */
    record Given(
            List<Sent> taps,
            List<Sent> stops,
            List<Sent> reading,
            Sent approved,
            String approvedLink,
            Sent asked,
            String askedLink) {
        int count() {
            return taps.size() + stops.size() + reading.size();
        }

        long pictures() {
            return taps.stream().filter(Sent::picture).count()
                    + stops.stream().filter(Sent::picture).count();
        }
    }

    Given give(Calls.Open open, LocalDate today) throws IOException {
        Random chance = new Random(SEED);
        Sending taps = new Sending(open.taps(), chance);
        Secret approvedLink = Secret.make();
        Secret askedLink = Secret.make();
        Sent approved = taps.tap(today.minusDays(TAPS_OPEN_DAYS - 3), true, approvedLink);
        for (int day = TAPS_OPEN_DAYS - 3; day > 0; day--)
            for (int n = 2 + chance.nextInt(4); n > 0; n--) taps.tap(today.minusDays(day), false, null);
        Sent asked = taps.tap(today.minusDays(1), true, askedLink);
        Sending stops = new Sending(open.stops(), chance);
        for (int day = STOPS_FIRST_DAY; day >= STOPS_LAST_DAY; day--)
            for (int n = 3 + chance.nextInt(3); n > 0; n--) stops.stop(today.minusDays(day));
        Sending reading = new Sending(open.reading(), chance);
        for (int day = READING_OPEN_DAYS - 1; day > 0; day--)
            for (int n = 2; n > 0; n--) reading.reader(today.minusDays(day));
        return new Given(
                taps.handIn(),
                stops.handIn(),
                reading.handIn(),
                approved,
                approvedLink.text(),
                asked,
                askedLink.text());
    }

    /** The answers to one campaign on their way in. */
    private final class Sending {
        private final Campaign campaign;
        private final ServedForm form;
        private final Random chance;
        private final List<Sent> sent = new ArrayList<>();
        private final List<Arrival> waiting = new ArrayList<>();

        Sending(Campaign campaign, Random chance) {
            this.campaign = campaign;
            this.form = forms.findCurrent(campaign.id()).orElseThrow();
            this.chance = chance;
        }

        Sent tap(LocalDate day, boolean picture, @Nullable Secret link) throws IOException {
            Likelihood here = Likelihood.ofTaps(chance);
            boolean offshore = !picture && chance.nextInt(90) == 0;
            Map<String, String> answers = new LinkedHashMap<>();
            String flow = chance.nextDouble() < here.share() ? "dry" : chance.nextInt(4) == 0 ? "weak" : "running";
            answers.put("flow", flow);
            if (!flow.equals("running")) {
                answers.put(
                        "dry_days", Integer.toString(flow.equals("dry") ? 2 + chance.nextInt(6) : chance.nextInt(3)));
                answers.put("fetch", pick("neighbour", "well", "lorry", "bought", "neighbour well", "lorry bought"));
            }
            answers.put("minutes", Integer.toString((flow.equals("dry") ? 25 : 6) + chance.nextInt(22)));
            answers.put("where", offshore ? "35.91 11.62 0 900" : here.town().near(chance, 0.06));
            if (chance.nextInt(5) == 0) answers.put("note", notes.get(chance.nextInt(notes.size())));
            Scene scene = flow.equals("dry") ? Scene.DRY_TAP : Scene.RUNNING_TAP;
            return send(day, answers, here, picture(picture, scene), link, offshore);
        }

        void stop(LocalDate day) throws IOException {
            Likelihood here = Likelihood.ofStops(chance);
            Map<String, String> answers = new LinkedHashMap<>();
            String shade = chance.nextDouble() < here.share() ? "none" : chance.nextBoolean() ? "half" : "full";
            answers.put("shade", shade);
            answers.put(
                    "missing",
                    shade.equals("none")
                            ? pick("roof", "roof bench", "roof bench times")
                            : pick("bench", "times", "light", "bench light"));
            answers.put("wait", Integer.toString((int) Math.min(90, 6 + 12 * Math.exp(chance.nextGaussian() * 0.6))));
            answers.put("where", here.town().near(chance, 0.05));
            send(day, answers, here, picture(false, Scene.BUS_STOP), null, false);
        }

        void reader(LocalDate day) throws IOException {
            Likelihood here = Likelihood.ofReaders(chance);
            Map<String, String> answers = new LinkedHashMap<>();
            answers.put("when", pick("evening", "evening", "weekend", "noon"));
            answers.put("need", pick("quiet", "quiet net", "books", "books children"));
            answers.put("where", here.town().near(chance, 0.03));
            send(day, answers, here, null, null, false);
        }

        /** In groups, as fast as the intake takes them. */
        List<Sent> handIn() {
            intake.acceptAll(waiting).stream()
                    .filter(outcome -> !outcome.isStored())
                    .findFirst()
                    .ifPresent(outcome -> {
                        throw new IllegalStateException("The intake says " + outcome + " of an invented answer");
                    });
            return sent;
        }

        private Sent send(
                LocalDate day,
                Map<String, String> answers,
                Likelihood here,
                @Nullable Scene scene,
                @Nullable Secret link,
                boolean offshore)
                throws IOException {
            Instant at = day.atTime(LocalTime.of(6 + chance.nextInt(14), chance.nextInt(60)))
                    .atZone(Towns.ZONE)
                    .toInstant();
            Map<String, Files.Content> pictures = new HashMap<>();
            if (scene != null) {
                answers.put("photo", sent.size() + ".jpg");
                byte[] drawn = scene.draw(chance);
                pictures.put(
                        sent.size() + ".jpg",
                        files.keep(campaign.organisation(), new ByteArrayInputStream(drawn), PICTURE_BYTES));
            }
            String xml = Filled.xml(form, campaign.consentVersion(), at, answers);
            Contributor contributor = new Contributor("web", null, null, here.somebody(chance));
            try {
                Arrival arrival =
                        arrivals.of(campaign, form, InstanceReader.read(xml), xml, contributor, link, pictures);
                waiting.add(arrival);
                sent.add(new Sent(arrival.id(), day, scene != null, offshore));
                return sent.getLast();
            } catch (BrokenInstanceException ours) {
                throw new IllegalStateException(ours);
            }
        }

        private @Nullable Scene picture(boolean certainly, Scene scene) {
            return certainly || chance.nextInt(ONE_PICTURE_IN) == 0 ? scene : null;
        }

        private String pick(String... choices) {
            return choices[chance.nextInt(choices.length)];
        }
    }
}
