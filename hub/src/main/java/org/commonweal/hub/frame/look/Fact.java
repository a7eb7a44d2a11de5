package org.commonweal.hub.frame.look;

import gg.jte.Content;

/**
 * One line of a list of facts: a term and what there is to say of it.
 *
 * <p>Example: {@code Fact.of(page.t("campaigns.closes"), page.date(campaign.closes()))}.
 */
public record Fact(String term, Content text) {
    public static Fact of(String term, String text) {
        return new Fact(term, output -> output.writeUserContent(text));
    }

    /** Words that people wrote, in a language of their own. @param language as BCP 47 code, "" where nobody knows */
    public static Fact said(String term, String words, String language) {
        return new Fact(term, output -> {
            output.writeContent("<bdi");
            if (!language.isEmpty()) {
                output.writeContent(" lang=\"");
                output.writeUserContent(language);
                output.writeContent("\"");
            }
            output.writeContent(">");
            output.writeUserContent(words);
            output.writeContent("</bdi>");
        });
    }

    /** A fact that is a link; the path is the hub's own. */
    public static Fact link(String term, String path, String text) {
        return new Fact(term, output -> {
            output.writeContent("<a href=\"");
            output.writeUserContent(path);
            output.writeContent("\">");
            output.writeUserContent(text);
            output.writeContent("</a>");
        });
    }
}
