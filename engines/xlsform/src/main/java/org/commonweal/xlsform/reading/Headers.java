package org.commonweal.xlsform.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The column names of one sheet: those read, their other spellings, those known but not read. */
final class Headers {

    /** What to make of a column. */
    enum Use {
        READ,
        /** The form works without it. */
        LEFT_OUT,
        /** The form would behave otherwise without it. */
        NOT_READ,
        UNKNOWN
    }

    static final Headers SURVEY = new Headers(
            Set.of("label", "hint", "constraint_message", "required_message"),
            Map.ofEntries(
                    Map.entry("type", List.of("command")),
                    Map.entry("name", List.of("tag", "value")),
                    Map.entry("label", List.of("caption")),
                    Map.entry("hint", List.of()),
                    Map.entry("required", List.of("bind::required")),
                    Map.entry("required_message", List.of("requiredmsg", "bind::jr:requiredmsg")),
                    Map.entry("relevant", List.of("relevance", "bind::relevant")),
                    Map.entry("constraint", List.of("bind::constraint")),
                    Map.entry("constraint_message", List.of("constraining_message", "bind::jr:constraintmsg")),
                    Map.entry("calculation", List.of("calculate", "bind::calculate")),
                    Map.entry("appearance", List.of("control::appearance", "body::appearance")),
                    Map.entry("default", List.of()),
                    Map.entry("read_only", List.of("readonly", "bind::readonly")),
                    Map.entry("choice_filter", List.of()),
                    Map.entry("repeat_count", List.of("count", "jr:count", "control::jr:count")),
                    Map.entry("parameters", List.of()),
                    Map.entry("unit", List.of()),
                    Map.entry("disabled", List.of())),
            List.of(
                    "media",
                    "image",
                    "audio",
                    "video",
                    "big-image",
                    "guidance_hint",
                    "body",
                    "control",
                    "bind",
                    "instance",
                    "autoplay",
                    "rows",
                    "intent",
                    "compact_tag",
                    "no_app_error_string",
                    "sms_field",
                    "sms_option"),
            List.of("trigger", "save_to", "query"));

    static final Headers CHOICES = new Headers(
            Set.of("label"),
            Map.of(
                    "list_name", List.of(),
                    "name", List.of("value"),
                    "label", List.of("caption")),
            List.of("media", "image", "audio", "video", "big-image", "sms_option"),
            List.of());

    static final Headers SETTINGS = new Headers(
            Set.of(),
            Map.of(
                    "form_title", List.of("title", "set_form_title"),
                    "form_id", List.of("id_string", "set_form_id"),
                    "version", List.of(),
                    "default_language", List.of(),
                    "instance_name", List.of(),
                    "style", List.of(),
                    "allow_choice_duplicates", List.of()),
            List.of(),
            List.of("public_key", "namespaces"));

    private final Set<String> words;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> leftOut;
    private final List<String> notRead;

    private Headers(
            Set<String> words, Map<String, List<String>> spellings, List<String> leftOut, List<String> notRead) {
        this.words = words;
        this.leftOut = leftOut;
        this.notRead = notRead;
        spellings.forEach((name, others) -> {
            names.put(name, name);
            others.forEach(other -> names.put(other, name));
        });
    }

    /** The column that a header means; one of {@link Use#UNKNOWN} keeps its own spelling as its name. */
    Column column(String header, int index) {
        var whole = normal(header);
        if (names.containsKey(whole)) {
            return new Column(names.get(whole), "", header, index);
        }
        // «label::French (fr)»; forms of old write a single colon.
        var parts = header.split("::|:", 2);
        var name = names.get(normal(parts[0]));
        return name != null && words.contains(name) && parts.length == 2
                ? new Column(name, parts[1].strip(), header, index)
                : new Column(header, "", header, index);
    }

    Use use(Column column) {
        var base = normal(column.name().split(":", 2)[0]);
        if (names.containsValue(column.name())) {
            return Use.READ;
        }
        return leftOut.contains(base) ? Use.LEFT_OUT : notRead.contains(base) ? Use.NOT_READ : Use.UNKNOWN;
    }

    /** Whether the column holds words that can be translated. */
    boolean isWords(Column column) {
        return words.contains(column.name());
    }

    Set<String> listNames() {
        return Set.copyOf(names.values());
    }

    private static String normal(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", "_");
    }
}
