package org.commonweal.hub.directory.dsi4eu;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One row of a file, read forgivingly: numbers as texts, null and missing as "". */
record Row(String file, int number, JsonNode fields) {
    String text(String field) {
        return text(fields.path(field));
    }

    /** Texts of a list, whose elements are texts, numbers or objects with a name. */
    List<String> list(String field) {
        return elements(field).map(Row::label).filter(label -> !label.isBlank()).toList();
    }

    /** The name of an object such as {@code {"id": 4, "name": "…"}}. */
    String label(String field) {
        return label(fields.path(field));
    }

    boolean has(String field) {
        return fields.has(field);
    }

    private Stream<JsonNode> elements(String field) {
        return StreamSupport.stream(fields.path(field).spliterator(), false);
    }

    private static String label(JsonNode node) {
        return node.isObject() ? text(node.path("name")) : text(node);
    }

    private static String text(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString() : "";
    }
}
