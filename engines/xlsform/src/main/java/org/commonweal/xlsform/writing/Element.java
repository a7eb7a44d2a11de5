package org.commonweal.xlsform.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An XML element under construction. Escaping is its own affair; names are taken as given. */
final class Element {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();

    Element(String name) {
        this.name = name;
    }

    /** Sets an attribute. */
    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Sets an attribute, unless there is nothing to say. */
    Element withAny(String attribute, String value) {
        return value.isEmpty() ? this : with(attribute, value);
    }

    Element add(Element child) {
        children.add(child);
        return this;
    }

    Element addAll(List<Element> more) {
        children.addAll(more);
        return this;
    }

    Element text(String text) {
        children.add(text);
        return this;
    }

    void writeTo(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(inAttribute(value))
                .append('"'));
        if (children.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        // A line for each child is for people; beside text it would be part of the text.
        var lines = children.stream().allMatch(Element.class::isInstance);
        for (var child : children) {
            out.append(lines ? "\n" : "");
            if (child instanceof Element element) {
                element.writeTo(out);
            } else {
                out.append(inText(child.toString()));
            }
        }
        out.append(lines ? "\n" : "").append("</").append(name).append('>');
    }

    private static String inText(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    // Line breaks in an attribute would be read back as spaces.
    private static String inAttribute(String value) {
        return inText(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }
}
