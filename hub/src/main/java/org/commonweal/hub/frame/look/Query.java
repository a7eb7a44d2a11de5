package org.commonweal.hub.frame.look;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exact view of a list as its address tells it, and the addresses one step away from it.
 *
 * <p>Example: {@code Query.of("/campaigns", request.getParameterMap()).toggle("topic", "air")} is the address of the
 * same list with that topic added, or taken away when it was chosen. Every change but {@link #at} leads to page 1.
 */
public record Query(String path, Map<String, List<String>> values) {
    private static final String PAGE = "page";

    /** @param parameters as the servlet gives them; the language, which the reader's cookie keeps, is left out */
    public static Query of(String path, Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, all) -> {
            List<String> filled =
                    List.of(all).stream().filter(value -> !value.isBlank()).toList();
            if (!name.equals("lang") && !filled.isEmpty()) values.put(name, filled);
        });
        return new Query(path, values);
    }

    /** The first value of a parameter, "" when it has none. */
    public String first(String name) {
        return all(name).isEmpty() ? "" : all(name).getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The page asked for, 1 when none or nonsense is. */
    public int page() {
        String page = first(PAGE);
        return page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1;
    }

    public boolean chosen(String name, String value) {
        return all(name).contains(value);
    }

    public String toggle(String name, String value) {
        List<String> next = new ArrayList<>(all(name));
        if (!next.remove(value)) next.add(value);
        return with(name, next).write();
    }

    /** The same list with one value for a parameter, such as its order. */
    public String set(String name, String value) {
        return with(name, List.of(value)).write();
    }

    public String at(int page) {
        Query other = with(PAGE, page == 1 ? List.of() : List.of(String.valueOf(page)));
        return other.write();
    }

    /** The same view under another address, such as its download: {@code under("/campaigns.csv")}. */
    public String under(String otherPath) {
        return new Query(otherPath, with(PAGE, List.of()).values).write();
    }

    private Query with(String name, List<String> next) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove(PAGE);
        if (next.isEmpty()) changed.remove(name);
        else changed.put(name, next);
        return new Query(path, changed);
    }

    private String write() {
        StringBuilder address = new StringBuilder(path);
        values.forEach((name, all) -> all.forEach(value -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(encode(name))
                .append('=')
                .append(encode(value))));
        return address.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
