package org.commonweal.xlsform.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Repeat;

/**
 * Where every name of a form stands, and how to get there from somewhere else.
 *
 * <p>From within a repeat, a name of the same repeat is reached by a relative path, so that each repetition sees its own
 * values; everything else is reached from the root.
 *
 * <pre>{@code
 * paths.substitute("${age} > 17", "/data/member/job");   // " ../age  > 17"
 * paths.substitute("${village} = 'x'", "/data/member");  // " /data/village  = 'x'"
 * }</pre>
 */
public final class Paths {

    private final Map<String, List<Item>> byName = new HashMap<>();
    private final Set<String> repeats = new HashSet<>();
    private final Set<String> all = new HashSet<>();

    public Paths(Form form) {
        for (var item : form.listItems()) {
            byName.computeIfAbsent(item.name(), n -> new ArrayList<>()).add(item);
            all.add(item.path());
            if (item instanceof Repeat) {
                repeats.add(item.path());
            }
        }
    }

    /** All items of that name; none when it is unknown, several when it is ambiguous. */
    public List<Item> listNamed(String name) {
        return byName.getOrDefault(name, List.of());
    }

    public Set<String> listNames() {
        return byName.keySet();
    }

    /** Whether an absolute path leads to an item. */
    public boolean has(String path) {
        return all.contains(path);
    }

    /**
     * An expression with its references turned into paths, as seen from an item.
     *
     * @param context path of the item that the expression belongs to
     * @throws IllegalArgumentException when a name is unknown; checks come first
     */
    public String substitute(String expression, String context) {
        return substitute(expression, context, false);
    }

    /** As {@link #substitute}, for an expression that runs over choices: what is relative begins at {@code current()}. */
    public String substituteInFilter(String expression, String context) {
        return substitute(expression, context, true);
    }

    /** The path of one name as seen from an item: {@code ../age}, or {@code /data/village}. */
    public String path(String name, String context) {
        return relative(getPath(name), context);
    }

    /** The absolute path of one name. */
    public String getPath(String name) {
        var items = listNamed(name);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("No item is named ‹" + name + "›");
        }
        return items.getFirst().path();
    }

    private String substitute(String expression, String context, boolean overChoices) {
        var scan = new Scan(expression);
        return References.REFERENCE.matcher(expression).replaceAll(match -> {
            var place = scan.at(match.start());
            var name = References.name(match);
            var path = place.wantsAbsolute() ? getPath(name) : path(name, context);
            var current = (overChoices || place.inInstancePredicate()) && path.startsWith("..");
            // Without spaces «${a}-1» would become the one name «a-1»; in a literal nothing may be added.
            var pad = place.inLiteral() ? "" : " ";
            return Matcher.quoteReplacement(pad + (current ? "current()/" : "") + path + pad);
        });
    }

    private String relative(String target, String context) {
        var shared = sharedRepeat(target, context);
        if (shared.isEmpty()) {
            return target;
        }
        var stepsUp = context.substring(shared.length()).split("/").length - 1;
        return "../".repeat(stepsUp) + target.substring(shared.length() + 1);
    }

    /** The innermost repeat that both are in, neither being that repeat itself; empty for none. */
    private String sharedRepeat(String target, String context) {
        var shared = "";
        for (var end = target.indexOf('/', 1); end > 0; end = target.indexOf('/', end + 1)) {
            var ancestor = target.substring(0, end);
            if (repeats.contains(ancestor) && context.startsWith(ancestor + "/")) {
                shared = ancestor;
            }
        }
        return shared;
    }
}
