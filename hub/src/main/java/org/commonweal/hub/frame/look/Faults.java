package org.commonweal.hub.frame.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with what was typed: collected while checking, shown beside each field and summed up on top.
 *
 * <p>Example: {@code faults.add("closes", page.t("campaigns.fault.closes-before-opens"))}; the form is shown again when
 * {@link #any}.
 */
public final class Faults {
    private final List<Fault> all = new ArrayList<>();
    private final Map<String, String> now = new LinkedHashMap<>();

    /**
     * @param field the name of the field, "" when it is about the form as a whole
     * @param of what the sum on top calls the field, "" when the message says so itself
     */
    public record Fault(String field, String message, String of) {}

    /** No faults, for a form that is shown for the first time. */
    public static Faults none() {
        return new Faults();
    }

    public Faults add(String field, String message) {
        return add(field, message, "");
    }

    /** The same with a name for the field, without which two lines of the sum on top might be alike. */
    public Faults add(String field, String message, String of) {
        all.add(new Fault(field, message, of));
        return this;
    }

    /** Says beside a field what stands there since somebody else changed it, "" for nothing ({@link Seen}). */
    void overtaken(String field, String stands) {
        now.put(field, stands);
    }

    /** The fields that were changed by somebody else since the form was drawn, in the order of the form. */
    public List<String> overtaken() {
        return List.copyOf(now.keySet());
    }

    /** What stands in such a field now, "" for nothing; null for the others. */
    public @Nullable String now(String field) {
        return now.get(field);
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /** All faults in the order in which they were found. */
    public List<Fault> all() {
        return List.copyOf(all);
    }

    /** The first fault of a field, null when it has none. */
    public @Nullable String at(String field) {
        return all.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }
}
