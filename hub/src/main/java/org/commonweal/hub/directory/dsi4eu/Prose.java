package org.commonweal.hub.directory.dsi4eu;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Plain text out of text with HTML, entities, odd line ends and control characters. */
final class Prose {
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!][^>]*>|&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);");
    // What a news site's script left behind when people copied from it: «… - See more at: http://…#sthash.uEWq.dpuf».
    private static final Pattern COPIED =
            Pattern.compile("(\\s*[-–]?\\s*(See|Read) more at:?)?\\s*\\S*#sthash\\.\\S*", Pattern.CASE_INSENSITIVE);

    private Prose() {}

    static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    /** Paragraphs are parted by an empty line, lines of lists by a line end. */
    static String paragraphs(String text) {
        String plain = hasMarkup(text) ? withoutMarkup(text) : text;
        return tidy(COPIED.matcher(plain).replaceAll(""))
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    static String line(String text) {
        return paragraphs(text).replaceAll("\\s+", " ");
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\r+\\n?", "\n")
                .replaceAll("[\\p{Cntrl}\\u200b\\ufeff&&[^\\n\\t]]", "")
                .replaceAll("[ \\t\\u00a0\\u2007\\u202f]+", " ");
    }

    private static String withoutMarkup(String text) {
        StringBuilder plain = new StringBuilder();
        // A line end between tags is only the writer's; one without any tag around it is meant.
        boolean tags = text.contains("</") || text.contains("/>");
        Element body = Jsoup.parseBodyFragment(text).body();
        body.select("script, style, iframe, object").remove();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words)
                    plain.append(tags ? words.getWholeText().replaceAll("\\s+", " ") : words.getWholeText());
                else if (node.nameIs("br")) plain.append('\n');
                else if (node.nameIs("li")) plain.append("\n• ");
                else if (isBlock(node)) plain.append("\n\n");
            }

            @Override
            public void tail(Node node, int depth) {
                if (isBlock(node)) plain.append("\n\n");
            }
        });
        return plain.toString();
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && element.isBlock() && !element.nameIs("li") && !element.nameIs("body");
    }
}
