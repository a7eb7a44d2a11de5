package org.commonweal.hub.frame.drawing;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A finished picture; a template writes it as {@code ${drawing}}, a download as {@link #svg}. */
public final class Drawing implements Content {
    private final String markup;

    Drawing(String markup) {
        this.markup = markup;
    }

    /** The markup, one or two svg elements inside one that names their kind. */
    public String svg() {
        return markup;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }
}
