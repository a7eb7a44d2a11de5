package org.commonweal.hub.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The order in which everything happens, told line by line. */
@Component
class Play {
    private final Troupe troupe;
    private final Community community;
    private final Calls calls;
    private final Answers answers;
    private final Readings readings;
    private final Reviews reviews;
    private final Claims claims;
    private final Past past;
    private final Clock clock;

    Play(
            Troupe troupe,
            Community community,
            Calls calls,
            Answers answers,
            Readings readings,
            Reviews reviews,
            Claims claims,
            Past past,
            Clock clock) {
        this.troupe = troupe;
        this.community = community;
        this.calls = calls;
        this.answers = answers;
        this.readings = readings;
        this.reviews = reviews;
        this.claims = claims;
        this.past = past;
        this.clock = clock;
    }

    /** @return what to look at: path, tab, words */
    List<String> perform(PrintStream out) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Towns.ZONE);
        out.println("Filling an empty hub with an invented commons …");
        Troupe.Cast cast = troupe.make();
        Community.Found found = community.make(cast);
        out.println("  " + found.organisations().size() + " organisations and " + found.projects() + " projects");
        Calls.Open open = calls.make(cast, found, today);
        out.println("  6 campaigns");
        Answers.Given given = answers.give(open, today);
        int readingCount = readings.give(open.air(), today);
        past.begin(open, today);
        out.println("  " + given.count() + " answers, " + given.pictures() + " pictures, " + readingCount
                + " readings of sensors");
        reviews.decide(cast, open, given);
        out.println("  their review");
        Claims.Made made = claims.make(cast, open, today);
        past.settle(open, today);
        out.println("  " + made.versions() + " versions of findings, for the log to sign");
        troupe.leaveLetters(cast);
        return List.of(
                "/\tthe home page",
                "/organisations\teverybody who is here",
                open.taps().path() + "\tan open campaign, to be answered",
                open.taps().path() + "/review\tits reports, as reviewers see them (sign in first)",
                "/reports/" + given.approvedLink() + "\ta contributor's private page",
                "/reports/" + given.askedLink() + "\tanother one's, who was asked back",
                made.corrected() + "\ta finding that was corrected",
                made.withdrawn() + "\tone that was withdrawn",
                made.draft() + "\tone that is being prepared (sign in first)",
                "/log\tthe public log, marked as a demonstration",
                "/hub\twhat an administrator keeps (sign in first)");
    }
}
