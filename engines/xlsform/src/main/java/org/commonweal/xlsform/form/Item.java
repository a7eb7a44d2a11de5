package org.commonweal.xlsform.form;

/**
 * A question, a group or a repeat: one node of the form, and of every submission.
 *
 * <pre>{@code
 * switch (item) {
 *     case Question q -> q.type();
 *     case Group g    -> g.items();
 *     case Repeat r   -> r.items();
 * }
 * }</pre>
 */
public sealed interface Item permits Question, Group, Repeat {

    /** What all three have in common. */
    Node node();

    /** The element name in a submission, unique among its siblings. */
    default String name() {
        return node().name();
    }

    /** The absolute path in a submission, {@code /data/household/age}; repeat positions are not part of it. */
    default String path() {
        return node().path();
    }

    /** The question's words, or the group's heading. */
    default Text label() {
        return node().label();
    }

    /** The same item with another node. */
    default Item with(Node node) {
        return switch (this) {
            case Question q ->
                new Question(
                        node,
                        q.type(),
                        q.list(),
                        q.choiceFilter(),
                        q.hint(),
                        q.checks(),
                        q.calculation(),
                        q.defaultValue(),
                        q.defaultIsDynamic(),
                        q.parameters());
            case Group g -> new Group(node, g.items());
            case Repeat r -> new Repeat(node, r.count(), r.items());
        };
    }
}
