package org.commonweal.hub.frame.drawing;

import java.util.Locale;

/**
 * Writes one svg element. Colours are classes; positions are pixels of the view box. In every language it
 * runs from left to right, as numerals are read.
 */
final class Canvas {
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder out = new StringBuilder();

    Canvas(Sheet sheet, String kind, double width, double height) {
        out.append("<svg class=\"").append(kind).append("\" role=\"img\" viewBox=\"0 0 ");
        out.append(number(width)).append(' ').append(number(height)).append("\">");
        element("title", sheet.title());
        if (!sheet.description().isEmpty()) element("desc", sheet.description());
    }

    /** A piece of a picture, to be written into others of the same size. */
    Canvas() {}

    /** Writes such a piece. */
    Canvas write(String piece) {
        out.append(piece);
        return this;
    }

    /** The piece so far. */
    String written() {
        return out.toString();
    }

    Canvas line(String kind, double x1, double y1, double x2, double y2) {
        out.append("<path class=\"").append(kind).append("\" d=\"M").append(point(x1, y1));
        out.append('L').append(point(x2, y2)).append("\"/>");
        return this;
    }

    /** A line or an area through points x, y, x, y …; closed areas end in Z. */
    Canvas path(String kind, double[] points, boolean closed) {
        out.append("<path class=\"").append(kind).append("\" d=\"M");
        for (int i = 0; i < points.length; i += 2)
            out.append(i == 0 ? "" : "L").append(point(points[i], points[i + 1]));
        out.append(closed ? "Z\"/>" : "\"/>");
        return this;
    }

    Canvas raw(String kind, String path, String label) {
        out.append("<path class=\"").append(kind).append("\" d=\"").append(path).append("\">");
        if (!label.isEmpty()) element("title", label);
        out.append("</path>");
        return this;
    }

    Canvas bar(String kind, double x, double y, double length, double thickness) {
        out.append("<rect class=\"").append(kind).append("\" x=\"").append(number(x));
        out.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(Math.max(0.5, length)));
        out.append("\" height=\"").append(number(thickness)).append("\"/>");
        return this;
    }

    Canvas dot(String kind, double x, double y, double radius, String label) {
        out.append("<circle class=\"").append(kind).append("\" cx=\"").append(number(x));
        out.append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"")
                .append(number(radius))
                .append("\">");
        if (!label.isEmpty()) element("title", label);
        out.append("</circle>");
        return this;
    }

    Canvas text(String kind, double x, double y, Anchor anchor, String words) {
        out.append("<text class=\"").append(kind).append("\" x=\"").append(number(x));
        out.append("\" y=\"").append(number(y));
        if (anchor != Anchor.START)
            out.append("\" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT));
        out.append("\">").append(escape(words)).append("</text>");
        return this;
    }

    String finish() {
        return out + "</svg>";
    }

    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /** What a line of words takes at a size of 13 pixels, on average over our letters. */
    static double widthOf(String words) {
        return words.codePoints()
                        .filter(letter -> Character.getType(letter) != Character.FORMAT)
                        .count()
                * 6.9;
    }

    /** The words cut to a width, with a sign that they are. */
    static String fit(String words, double room) {
        if (widthOf(words) <= room) return words;
        int letters = (int) Math.max(1, room / 6.9 - 1);
        return words.substring(
                                0,
                                words.offsetByCodePoints(0, Math.min(letters, words.codePointCount(0, words.length()))))
                        .strip()
                + "…";
    }

    private String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private void element(String name, String words) {
        out.append('<')
                .append(name)
                .append('>')
                .append(escape(words))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
