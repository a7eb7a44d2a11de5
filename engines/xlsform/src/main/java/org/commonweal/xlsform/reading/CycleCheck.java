package org.commonweal.xlsform.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.xlsform.expression.BrokenExpressionException;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.expression.XPath;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.Repeat;
import org.commonweal.xlsform.form.Rule;

/**
 * Finds items whose value, relevance, requiredness or read-only state depends on themselves, directly or over others.
 *
 * <p>JavaRosa refuses such forms as a whole, so they are told here with their rows. What makes a group relevant counts for
 * all that is in it, as it does there. Constraints may look at anything.
 */
final class CycleCheck {

    private static final int MAX_TOLD = 10;

    private final Form form;
    private final Survey survey;
    private final Faults faults;
    private final Paths paths;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependencies = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    CycleCheck(Form form, Survey survey, Faults faults) {
        this.form = form;
        this.survey = survey;
        this.faults = faults;
        this.paths = new Paths(form);
    }

    void check() {
        form.items().forEach(item -> collect(item, Set.of()));
        for (var path : items.keySet()) {
            follow(path);
        }
    }

    private void collect(Item item, Set<String> inherited) {
        var relevance = new LinkedHashSet<>(inherited);
        relevance.addAll(of(item.node().relevant(), item));
        relevance.addAll(of(item.node().readOnly(), item));
        var all = new LinkedHashSet<>(relevance);
        switch (item) {
            case Question q -> {
                all.addAll(of(q.calculation(), q));
                all.addAll(of(q.checks().required(), q));
            }
            case Group g -> g.items().forEach(i -> collect(i, relevance));
            case Repeat r -> r.items().forEach(i -> collect(i, relevance));
        }
        items.put(item.path(), item);
        dependencies.put(item.path(), all);
    }

    private Set<String> of(String expression, Item item) {
        if (expression.isEmpty()) {
            return Set.of();
        }
        try {
            return XPath.parse(paths.substitute(expression, item.path())).dependencies(item.path());
        } catch (BrokenExpressionException | IllegalArgumentException e) {
            // Told already by the check of expressions.
            return Set.of();
        }
    }

    // Depth first, without recursion: a chain may be as long as the form. The walk is the chain of who depends on whom.
    private void follow(String start) {
        var walk = new LinkedHashMap<String, Iterator<String>>();
        step(start, walk);
        while (!walk.isEmpty()) {
            var last = walk.lastEntry();
            if (last.getValue().hasNext()) {
                step(last.getValue().next(), walk);
            } else {
                done.add(last.getKey());
                walk.pollLastEntry();
            }
        }
    }

    private void step(String path, SequencedMap<String, Iterator<String>> walk) {
        if (walk.containsKey(path)) {
            var chain = List.copyOf(walk.sequencedKeySet());
            tell(chain.subList(chain.indexOf(path), chain.size()));
        } else if (!done.contains(path) && items.containsKey(path)) {
            walk.put(path, dependencies.get(path).iterator());
        }
    }

    private void tell(List<String> circle) {
        var first = items.get(circle.getFirst());
        var steps = circle.stream()
                .limit(MAX_TOLD)
                .map(items::get)
                .map(i -> "‹" + i.name() + "› (row " + i.node().row() + ")")
                .collect(Collectors.joining(" needs "));
        var more = circle.size() > MAX_TOLD ? " needs … needs ‹" : " needs ‹";
        faults.add(survey.fault(Rule.CIRCULAR, first, column(first), first.name(), steps + more + first.name() + "›"));
    }

    private String column(Item item) {
        var computed = item instanceof Question q && !of(q.calculation(), q).isEmpty();
        return computed ? "calculation" : "relevant";
    }
}
