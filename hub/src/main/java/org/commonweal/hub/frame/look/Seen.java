package org.commonweal.hub.frame.look;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.commonweal.hub.frame.Digests;
import org.jspecify.annotations.Nullable;

/**
 * What stood in a form's fields when it was drawn: two who change the same thing do not write over each other unawares.
 *
 * <pre>
 * Seen seen = Seen.of(PromiseForm.of(campaign).fields());          // as it stands now
 * if (seen.isOvertaken(request.getParameter(Seen.FIELD), form.fields()))
 *     // answer 409 with the page drawn again, whose hidden digest is the new one: saving again is a choice
 *     show(form, seen.beside(form.fields(), faults, (field, value) -> value));
 * </pre>
 *
 * <p>The form carries {@link #digest} by {@code form.seen}. Nothing is compared for a program that sends none.
 */
public final class Seen {
    public static final String FIELD = "seen";

    private final Map<String, String> stands;

    private Seen(Map<String, String> stands) {
        this.stands = new LinkedHashMap<>(stands);
    }

    /** @param stands by the field's name what is saved, in the order of the form; "" where nothing is */
    public static Seen of(Map<String, String> stands) {
        return new Seen(stands);
    }

    /** Tells these values from all others: SHA-256, 64 hexadecimal digits. */
    public String digest() {
        // No field holds the character NUL, so that no two forms read the same.
        StringBuilder all = new StringBuilder();
        stands.forEach(
                (field, value) -> all.append(field).append('\0').append(value).append('\0'));
        return Digests.sha256(all.toString());
    }

    /** Whether a form was drawn from something else than stands now, and says otherwise; one that says the same harms nobody. */
    public boolean isOvertaken(@Nullable String sent, Map<String, String> typed) {
        return sent != null
                && !sent.equals(digest())
                && stands.keySet().stream().anyMatch(field -> differs(field, typed));
    }

    /**
     * The faults, and beside each field that was typed otherwise what stands there now.
     *
     * @param told says a field's value as its reader knows it, such as a country's name for its code
     */
    public Faults beside(Map<String, String> typed, Faults faults, BinaryOperator<String> told) {
        stands.forEach((field, value) -> {
            if (differs(field, typed)) faults.overtaken(field, value.isEmpty() ? "" : told.apply(field, value));
        });
        return faults;
    }

    // A browser sends line ends as two characters.
    private boolean differs(String field, Map<String, String> typed) {
        return !plain(stands.get(field)).equals(plain(typed.getOrDefault(field, "")));
    }

    private static String plain(String value) {
        return value.replace("\r\n", "\n").strip();
    }
}
