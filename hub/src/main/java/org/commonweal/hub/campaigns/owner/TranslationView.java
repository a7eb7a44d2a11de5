package org.commonweal.hub.campaigns.owner;

import org.commonweal.hub.frame.look.Faults;

/**
 * The texts in one more language, beside the original.
 *
 * @param seen what the fields were drawn from ({@link org.commonweal.hub.frame.look.Seen})
 * @param name of the language, in itself
 */
public record TranslationView(
        DeskView desk,
        String seen,
        String language,
        String name,
        TranslationForm original,
        TranslationForm form,
        Faults faults) {}
