package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Words;
import org.springframework.stereotype.Component;

/**
 * The consent text to begin with. It says for how long answers are kept, as the campaign's fields do, and follows them until
 * its owner writes something else: people agree to what the campaign's page promises.
 */
@Component
class ProposedConsent {
    private static final List<String> RULES =
            List.of("campaigns.board.consent-proposal", "campaigns.board.consent-proposal-months");

    private final Words words;
    private final Organisations askers;

    ProposedConsent(Words words, Organisations askers) {
        this.words = words;
        this.askers = askers;
    }

    /** For the fields of this campaign, in the language that it is written in, whatever its owner reads. */
    String of(Campaign campaign) {
        String rule = RULES.get(campaign.closesOn() == null ? 1 : 0);
        Locale written = Locale.forLanguageTag(campaign.title().source());
        return words.say(written, rule, name(campaign), campaign.retentionMonths());
    }

    /** The same, with the consent that its fields call for where it has none of its owner's own words. */
    Campaign follow(Campaign campaign) {
        if (!disagrees(campaign)) return campaign;
        return campaign.with(new Campaign.Promise(
                campaign.useOfAnswers(),
                campaign.consent().with(campaign.title().source(), of(campaign)),
                campaign.consentVersion(),
                campaign.retentionMonths(),
                campaign.protection()));
    }

    /** Whether its consent is a proposal, and one for other months or another rule than its fields say. */
    boolean disagrees(Campaign campaign) {
        return isProposed(campaign) && !campaign.consent().original().equals(of(campaign));
    }

    private boolean isProposed(Campaign campaign) {
        String consent = campaign.consent().original();
        if (consent.isEmpty()) return false;
        String asker = name(campaign);
        return Words.LANGUAGES.keySet().stream().map(Locale::forLanguageTag).anyMatch(language -> RULES.stream()
                .anyMatch(rule -> says(consent, language, rule, asker)));
    }

    private boolean says(String consent, Locale language, String rule, String asker) {
        // Few texts begin like this; only those are compared for each number of months.
        String two = words.say(language, rule, asker, 2);
        String thirty = words.say(language, rule, asker, 30);
        if (!consent.startsWith(two.substring(0, same(two, thirty)))) return false;
        return IntStream.rangeClosed(1, PromiseCheck.LONGEST_MONTHS)
                .anyMatch(months -> consent.equals(words.say(language, rule, asker, months)));
    }

    private static int same(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) same++;
        return same;
    }

    private String name(Campaign campaign) {
        return askers.get(campaign.organisation()).name();
    }
}
