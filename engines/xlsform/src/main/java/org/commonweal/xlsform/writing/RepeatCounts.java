package org.commonweal.xlsform.writing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.expression.References;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.Repeat;

/**
 * The nodes that say how often a repeat is asked. {@code jr:count} takes a path only («Repeats» in the specification), so
 * any other expression is computed into a node of its own beside the repeat.
 */
final class RepeatCounts {

    private final Map<String, String> nodeByRepeat = new HashMap<>();

    RepeatCounts(Form form) {
        collect(form.items());
    }

    /** Path of the extra node of a repeat; empty when it needs none. */
    String node(Repeat repeat) {
        return nodeByRepeat.getOrDefault(repeat.path(), "");
    }

    /** The value of {@code jr:count}; empty for a repeat that people end themselves. */
    String attribute(Repeat repeat, Paths paths) {
        return References.findOnly(repeat.count())
                .map(name -> paths.path(name, repeat.path()))
                .orElse(node(repeat));
    }

    private void collect(List<Item> siblings) {
        var taken = new HashSet<String>();
        siblings.forEach(s -> taken.add(s.path()));
        for (var item : siblings) {
            switch (item) {
                case Repeat r -> {
                    place(r, taken);
                    collect(r.items());
                }
                case Group g -> collect(g.items());
                case Question q -> {}
            }
        }
    }

    private void place(Repeat repeat, Set<String> taken) {
        if (repeat.count().isEmpty() || References.findOnly(repeat.count()).isPresent()) {
            return;
        }
        var path = repeat.path() + "_count";
        while (!taken.add(path)) {
            path += "_";
        }
        nodeByRepeat.put(repeat.path(), path);
    }
}
