package org.commonweal.xlsform.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Node;
import org.commonweal.xlsform.form.Repeat;
import org.jspecify.annotations.Nullable;

/** A group or repeat that is begun and not yet ended; the outermost one is the form itself. */
final class Frame {

    private final TypeCell.@Nullable Kind kind;
    private final @Nullable Line line;
    private final String path;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Integer> rowByName = new HashMap<>();

    private Frame(TypeCell.@Nullable Kind kind, @Nullable Line line, String path) {
        this.kind = kind;
        this.line = line;
        this.path = path;
    }

    static Frame root() {
        return new Frame(null, null, "/" + Form.ROOT);
    }

    Frame begin(TypeCell.Kind inner, Line at, String name) {
        return new Frame(inner, at, pathOf(name));
    }

    boolean isRoot() {
        return line == null;
    }

    boolean is(TypeCell.Kind other) {
        return kind == other;
    }

    TypeCell.Kind kind() {
        return Objects.requireNonNull(kind);
    }

    Line line() {
        return Objects.requireNonNull(line);
    }

    String pathOf(String name) {
        return path + "/" + name;
    }

    /** The row that this name was given to before, in this frame. */
    Optional<Integer> claim(String name, int row) {
        return Optional.ofNullable(rowByName.putIfAbsent(name, row));
    }

    void add(Item item) {
        items.add(item);
    }

    List<Item> items() {
        return items;
    }

    /** The group or repeat that was begun, with what came since. */
    Item end() {
        var node = node(line(), path);
        return kind == TypeCell.Kind.REPEAT
                ? new Repeat(node, line().expression("repeat_count"), items)
                : new Group(node, items);
    }

    static Node node(Line line, String path) {
        return new Node(
                path.substring(path.lastIndexOf('/') + 1),
                path,
                line.number(),
                line.translated("label"),
                line.condition("relevant"),
                line.condition("read_only"),
                line.words("appearance"));
    }
}
