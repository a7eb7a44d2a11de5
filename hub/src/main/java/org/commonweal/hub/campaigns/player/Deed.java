package org.commonweal.hub.campaigns.player;

/**
 * What the button that was pressed asks for: {@code next}, {@code back}, {@code save}, {@code send}, or {@code add} and
 * {@code remove} with the name of a repetition behind a blank.
 */
record Deed(String verb, String name) {
    static Deed of(Sent sent) {
        String[] parts = sent.first("do").split(" ", 2);
        return new Deed(parts[0], parts.length > 1 ? parts[1] : "");
    }

    boolean isSave() {
        return verb.equals("save");
    }

    Steps.Outcome add(Filling filling, Screen screen) {
        screen.nodes().stream()
                .flatMap(Node::all)
                .filter(node -> node instanceof Node.More && node.name().equals(name))
                .findFirst()
                .ifPresent(more -> filling.form().add((Node.More) more));
        // There may be others within it, as many as a count says.
        filling.form().screens();
        return new Steps.Outcome.Go(screen.number(), name);
    }

    Steps.Outcome remove(Filling filling, Screen screen) {
        screen.nodes().stream()
                .flatMap(Node::all)
                .filter(node -> node instanceof Node.Group group
                        && group.canBeRemoved()
                        && node.name().equals(name))
                .findFirst()
                .ifPresent(group -> filling.remove((Node.Group) group));
        return new Steps.Outcome.Go(screen.number(), "");
    }
}
