package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.Map;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Words;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Language;

/** In which languages of the form the consent is not written: who answers in one agrees to what they may not understand. */
final class ConsentLanguages {
    private ConsentLanguages() {}

    static List<CheckView.Foreign> listMissing(Campaign campaign, Form form) {
        Map<String, String> written = campaign.consent().byLanguage();
        // A form that does not say in which language it asks is not asked what it did not say.
        return form.languages().stream()
                .filter(language -> language.code().isPresent())
                .filter(language ->
                        written.getOrDefault(language.code().get(), "").isBlank())
                .map(language -> new CheckView.Foreign(language.title(), place(campaign, language)))
                .toList();
    }

    private static String place(Campaign campaign, Language language) {
        String code = language.code().orElseThrow();
        if (code.equals(campaign.title().source())) return campaign.path() + "/promise";
        return Words.LANGUAGES.containsKey(code) ? campaign.path() + "/in/" + code : "";
    }
}
