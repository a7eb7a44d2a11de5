package org.commonweal.hub.campaigns.review;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.ReplyAddresses;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.Words;
import org.springframework.stereotype.Component;

/**
 * Writes to contributors who left an address what became of their report: one letter for each decision, in the language
 * they read the hub in. It goes within the decision's transaction, so that neither is without the other.
 */
@Component
class Telling {
    private final ReplyAddresses replies;
    private final Submissions submissions;
    private final Campaigns campaigns;
    private final Mail mail;
    private final Words words;
    private final Settings settings;

    Telling(
            ReplyAddresses replies,
            Submissions submissions,
            Campaigns campaigns,
            Mail mail,
            Words words,
            Settings settings) {
        this.replies = replies;
        this.submissions = submissions;
        this.campaigns = campaigns;
        this.mail = mail;
        this.words = words;
        this.settings = settings;
    }

    /** @param note the reviewer's words, may be empty */
    void tell(Decisions.Verb verb, List<UUID> decided, String note) {
        if (verb == Decisions.Verb.REOPEN || decided.isEmpty()) return;
        replies.listFor(decided).forEach(reply -> {
            Campaign campaign = campaigns.get(submissions.campaignOf(reply.submission()));
            mail.send(letter(verb, reply, campaign.title().in(reply.language()), note));
        });
    }

    private Mail.Letter letter(Decisions.Verb verb, ReplyAddresses.Reply reply, String title, String note) {
        Locale language = reply.language();
        StringBuilder text = new StringBuilder(words.say(language, "campaigns.mail." + verb.state(), title));
        if (!note.isEmpty()) text.append("\n\n").append(note);
        text.append("\n\n")
                .append(words.say(language, "campaigns.mail.see"))
                .append('\n')
                .append(settings.publicUrl())
                .append("/reports/")
                .append(reply.link().text())
                .append("\n\n")
                .append(words.say(language, "campaigns.mail.why"))
                .append('\n');
        return new Mail.Letter(reply.email(), words.say(language, "campaigns.mail.subject", title), text.toString());
    }
}
