package org.commonweal.hub.campaigns.owner;

import static org.commonweal.hub.campaigns.owner.AboutForm.typed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Text;
import org.commonweal.hub.frame.look.Faults;

/** The campaign's texts in one more language, each of them or only some. */
public record TranslationForm(String title, String why, String who, String use, String consent) {

    static TranslationForm of(HttpServletRequest request) {
        return new TranslationForm(
                typed(request, "title"),
                typed(request, "why").replace("\r\n", "\n"),
                typed(request, "who"),
                typed(request, "use"),
                typed(request, "consent").replace("\r\n", "\n"));
    }

    static TranslationForm of(Campaign campaign, String language) {
        return new TranslationForm(
                in(campaign.title(), language),
                in(campaign.why(), language),
                in(campaign.whoCanAnswer(), language),
                in(campaign.useOfAnswers(), language),
                in(campaign.consent(), language));
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("why", why);
        fields.put("who", who);
        fields.put("use", use);
        fields.put("consent", consent);
        return fields;
    }

    private static String in(Text text, String language) {
        return text.byLanguage().getOrDefault(language, "");
    }

    Faults check(Page page) {
        Checks checks = new Checks(page);
        checks.atMost("title", title, AboutCheck.TITLE);
        checks.atMost("why", why, AboutCheck.WORDS);
        if (why.lines().count() > AboutCheck.LINES)
            checks.fault("why", "lines", AboutCheck.LINES, why.lines().count());
        checks.atMost("who", who, AboutCheck.WORDS);
        checks.atMost("use", use, PromiseCheck.WORDS);
        checks.atMost("consent", consent, PromiseCheck.CONSENT);
        return checks.faults();
    }

    Campaign on(Campaign campaign, String language) {
        Campaign.About about = campaign.about();
        Campaign.Promise promise = campaign.promise();
        return campaign.with(new Campaign.About(
                        about.title().with(language, title),
                        about.why().with(language, why),
                        about.whoCanAnswer().with(language, who),
                        about.contact(),
                        about.topics(),
                        about.place(),
                        about.zone(),
                        about.minutes(),
                        about.closesOn(),
                        about.anonymous()))
                .with(new Campaign.Promise(
                        promise.useOfAnswers().with(language, use),
                        promise.consent().with(language, consent),
                        promise.consentVersion(),
                        promise.retentionMonths(),
                        promise.protection()));
    }
}
