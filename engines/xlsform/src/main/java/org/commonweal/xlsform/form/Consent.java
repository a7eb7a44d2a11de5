package org.commonweal.xlsform.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people agree to before they answer, put into the form itself so that every client asks it.
 *
 * <pre>{@code
 * var consent = new Consent("3", Text.of(Map.of("en", "We ask you …", "fr", "Nous vous demandons …")));
 * Form served = consent.before(form);
 * // submission: <commonweal_consent><version>3</version><agreed>OK</agreed></commonweal_consent>
 * }</pre>
 *
 * @param version which wording, stored with every submission and not shown: a bare number says nothing to a reader
 * @param words the text, by language name or code
 */
public record Consent(String version, Text words) {

    /** The group that holds it; names that begin like this are refused in spreadsheets. */
    public static final String GROUP = "commonweal_consent";

    /** Path of the version that was agreed to. */
    public static final String VERSION_PATH = "/" + Form.ROOT + "/" + GROUP + "/version";

    /** Path of the answer: {@value #AGREED}, or nothing. */
    public static final String AGREED_PATH = "/" + Form.ROOT + "/" + GROUP + "/agreed";

    /** What an acknowledged question stores (ODK XForms specification, «Body elements», trigger). */
    public static final String AGREED = "OK";

    /**
     * The form with this asked first, on a page of its own and required; everything else becomes relevant once it is
     * acknowledged. Paths of the form's own items stay as they are. What the client notes by itself (start, device…) is
     * not made to wait: it leaves the device only with a submission, and none is complete without the acknowledgement.
     *
     * @throws IllegalArgumentException when the form asks for consent already
     */
    public Form before(Form form) {
        if (form.findItem("/" + Form.ROOT + "/" + GROUP).isPresent()) {
            throw new IllegalArgumentException("Form ‹" + form.identity().id() + "› begins with a consent already");
        }
        var items = new ArrayList<Item>();
        items.add(group(form.languages()));
        form.items().forEach(item -> items.add(gated(item)));
        return new Form(form.identity(), form.languages(), form.style(), form.instanceName(), items, form.choices());
    }

    private Group group(List<Language> languages) {
        var node = new Node(GROUP, "/" + Form.ROOT + "/" + GROUP, 0, Text.NONE, "", "", "field-list");
        var noted = question(VERSION_PATH, QuestionType.HIDDEN, Text.NONE, Checks.NONE, version);
        var must = new Checks("true()", Text.NONE, "", Text.NONE);
        var asked = question(AGREED_PATH, QuestionType.ACKNOWLEDGE, inEach(languages, words), must, "");
        return new Group(node, List.of(noted, asked));
    }

    private static Question question(String path, QuestionType type, Text label, Checks checks, String value) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var node = new Node(name, path, 0, label, "", "", "");
        return new Question(node, type, "", "", Text.NONE, checks, "", value, false, Map.of());
    }

    private static Text inEach(List<Language> languages, Text words) {
        var named = new LinkedHashMap<String, String>();
        for (var language : languages) {
            var code = language.code().orElse(language.name());
            named.put(language.name(), words.best(language.name(), code));
        }
        return new Text(named);
    }

    private static Item gated(Item item) {
        var isMetadata = item instanceof Question q && q.type().isMetadata();
        return isMetadata ? item : item.with(item.node().relevantOnlyIf(AGREED_PATH + " = '" + AGREED + "'"));
    }
}
