package org.commonweal.hub.campaigns.player;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.look.Faults;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One request of somebody who fills a form: their draft in, what they sent applied, their draft out. */
@Component
class Steps {
    private final DraftStore drafts;
    private final Forms forms;
    private final FormOpener opener;
    private final Files files;
    private final Clock clock;

    Steps(DraftStore drafts, Forms forms, FormOpener opener, Files files, Clock clock) {
        this.drafts = drafts;
        this.forms = forms;
        this.opener = opener;
        this.files = files;
        this.clock = clock;
    }

    /** The page says what is wrong with its answers. */
    static final String MEND = "mend";

    /** The answers opened further questions on the page. */
    static final String MORE = "more";

    /** The draft is kept, as its writer wished. */
    static final String KEPT = "kept";

    /** What is to be seen next. */
    sealed interface Outcome {
        /** This page, as it stands; {@code told} as in {@link Go}. */
        record Show(Draft draft, Filling filling, Screen screen, Faults faults, String told) implements Outcome {}

        /**
         * Another page, or this one anew.
         *
         * @param told {@link #MEND}, {@link #MORE} or {@link #KEPT}; "" when nothing is to be said
         * @param at the name of the repetition to begin with, "" for the top
         */
        record Go(int page, String told, String at) implements Outcome {
            Go(int page) {
                this(page, "", "");
            }
        }

        /** The finished draft, to be sent now. */
        record Finished(Draft draft) implements Outcome {}
    }

    /**
     * The page somebody asks for, which writes nothing; their own last one when {@code page} is negative.
     *
     * <p>What is wrong is told here, and not in answer to what was sent: so the way back through the browser's history
     * leads over addresses that can be asked for again. The draft knows all it takes, even what can't be read.
     */
    Outcome look(Guest guest, int page, String told, Page words) {
        Campaign campaign = guest.campaign();
        Draft found = drafts.find(guest.draftDigest()).orElseGet(() -> begun(campaign));
        // Whoever opens the form after it was sent may be somebody else who holds the same telephone.
        Draft draft = found.hasArrived() ? found.next(currentForm(campaign)) : found;
        if (draft.sent() != null) return new Outcome.Finished(draft);
        Filling filling = open(campaign, draft, words);
        Screen screen = filling.screen(page < 0 ? draft.page() : page);
        Checks checks = new Checks(words, filling);
        Faults faults =
                switch (told) {
                    case MEND -> checks.of(screen);
                    case MORE -> checks.ofAnswered(screen);
                    default -> checks.standing(screen);
                };
        return new Outcome.Show(draft, filling, screen, faults, told);
    }

    @Transactional
    public Outcome take(Guest guest, Sent sent, Page words) {
        Campaign campaign = guest.campaign();
        Draft held = drafts.hold(guest.draftDigest()).orElseGet(() -> begin(guest));
        Draft draft = isNext(held, sent) ? held.next(currentForm(campaign)) : held;
        if (draft.sent() != null) return new Outcome.Finished(draft);
        Filling filling = open(campaign, draft, words);
        Screen screen = filling.screen((int) Math.min(sent.number("page"), Integer.MAX_VALUE));
        Deed deed = Deed.of(sent);
        // A script's save that was overtaken by a button of its page brings what is older.
        boolean overtaken = deed.isSave() && draft.tabs().isLater(sent.first(Filling.PAGE), sent.number("stamp"));
        if (!overtaken) filling.take(screen, sent);
        Draft before = sent.first("words").isEmpty() ? draft : draft.speaking(sent.first("words"));
        Outcome outcome = follow(deed, before, filling, screen, sent, words);
        drafts.save(guest.draftDigest(), campaign.id(), toKeep(outcome, before, filling, sent));
        return outcome;
    }

    // A page that was made after the answers were sent names their time; one that is sent twice names none, or another.
    private static boolean isNext(Draft held, Sent sent) {
        return held.hasArrived()
                && sent.number("after") == held.requireSent().at().toEpochMilli();
    }

    private Outcome follow(Deed deed, Draft draft, Filling filling, Screen screen, Sent sent, Page words) {
        // What applies now may differ from what applied before the answers came.
        Screen now = filling.screen(screen.number());
        return switch (deed.verb()) {
            case "next" -> next(filling, now, sent, words);
            case "send" -> send(draft, filling, now, sent, words);
            case "back" -> new Outcome.Go(filling.findBefore(now).orElse(now).number());
            case "add" -> deed.add(filling, now);
            case "remove" -> deed.remove(filling, now);
            case "keep" -> new Outcome.Go(now.number(), KEPT, "");
            case "save" -> {
                Faults faults = new Checks(words, filling).standing(now);
                yield new Outcome.Show(draft, filling, now, faults, "");
            }
            default -> new Outcome.Go(now.number());
        };
    }

    private Outcome next(Filling filling, Screen screen, Sent sent, Page words) {
        if (opensMore(screen, sent)) return new Outcome.Go(screen.number(), MORE, "");
        if (new Checks(words, filling).of(screen).any()) return new Outcome.Go(screen.number(), MEND, "");
        return new Outcome.Go(filling.findAfter(screen).orElse(screen).number());
    }

    private Outcome send(Draft draft, Filling filling, Screen screen, Sent sent, Page words) {
        if (opensMore(screen, sent) || filling.findAfter(screen).isPresent()) return next(filling, screen, sent, words);
        Checks checks = new Checks(words, filling);
        for (Screen one : filling.form().screens())
            if (checks.of(one).any()) return new Outcome.Go(one.number(), MEND, "");
        String xml = filling.form().submission();
        return new Outcome.Finished(filling.kept(draft, screen.number(), 0, sent)
                .finished(xml, Secret.make().text(), clock.instant()));
    }

    // Without scripts, questions that an answer opens are first seen here.
    private static boolean opensMore(Screen screen, Sent sent) {
        Set<String> seen = Set.copyOf(sent.all("asked"));
        return screen.questions().anyMatch(question -> question.isAsked() && !seen.contains(question.name()));
    }

    // Only buttons lead from page to page: a save that comes late leads nobody back.
    private static Draft toKeep(Outcome outcome, Draft before, Filling filling, Sent sent) {
        long stamp = Math.max(before.stamp(), sent.number("stamp"));
        return switch (outcome) {
            case Outcome.Finished finished -> finished.draft();
            case Outcome.Go go -> filling.kept(before, go.page(), stamp, sent);
            case Outcome.Show show -> filling.kept(before, before.page(), stamp, sent);
        };
    }

    // Written down before it is held: of two first requests at once the second goes on where the first one ends.
    private Draft begin(Guest guest) {
        drafts.begin(guest.draftDigest(), guest.campaign().id(), begun(guest.campaign()));
        return drafts.hold(guest.draftDigest()).orElseThrow();
    }

    private Draft begun(Campaign campaign) {
        return Draft.begun(currentForm(campaign));
    }

    private UUID currentForm(Campaign campaign) {
        return forms.findCurrent(campaign.id())
                .map(ServedForm::id)
                .orElseThrow(() -> new StoppedException(StoppedException.Why.NO_FORM, campaign));
    }

    /** A draft as the form it was filled in with. */
    Filling open(Campaign campaign, Draft draft, Page words) {
        ServedForm served = forms.find(draft.form())
                .orElseThrow(() -> new StoppedException(StoppedException.Why.NO_FORM, campaign));
        OpenForm form = draft.instance().isEmpty()
                ? opener.begin(served, campaign.zone())
                : opener.resume(served, campaign.zone(), draft.instance());
        Tongue.choose(form.languages(), draft.language(), words.lang()).ifPresent(form::speak);
        return new Filling(form, campaign.zone(), files, draft);
    }
}
