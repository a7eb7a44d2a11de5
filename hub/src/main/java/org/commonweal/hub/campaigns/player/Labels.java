package org.commonweal.hub.campaigns.player;

import org.javarosa.form.api.FormEntryCaption;
import org.javarosa.form.api.FormEntryPrompt;
import org.jspecify.annotations.Nullable;

/** The words of a form, where JavaRosa has null for none. */
final class Labels {
    private Labels() {}

    static String of(FormEntryCaption caption) {
        return words(caption.getLongText());
    }

    static String hint(FormEntryPrompt prompt) {
        return words(prompt.getHelpText());
    }

    static String appearance(FormEntryCaption caption) {
        return words(caption.getAppearanceHint());
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
