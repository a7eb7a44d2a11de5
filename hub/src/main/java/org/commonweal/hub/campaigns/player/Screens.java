package org.commonweal.hub.campaigns.player;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.xlsform.form.Consent;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;

/**
 * Cuts a form into pages: each group and each repeat is one, loose questions go together by a handful, a group too long
 * for a page is cut along the groups within it. A form short enough is one page.
 */
final class Screens {
    /** As many questions as one scrolls through before it feels long. */
    private static final int SHORT_FORM = 8;

    private static final int LOOSE_TOGETHER = 6;
    private static final int LONG_GROUP = 10;

    private final FormDef form;
    private final Map<IFormElement, Integer> pages = new IdentityHashMap<>();
    private int page = -1;
    private int looseOnPage = LOOSE_TOGETHER;

    private Screens(FormDef form) {
        this.form = form;
    }

    static Screens of(FormDef form) {
        Screens screens = new Screens(form);
        List<IFormElement> elements = form.getChildren();
        boolean consent = !elements.isEmpty() && isConsent(elements.getFirst());
        List<IFormElement> rest = consent ? elements.subList(1, elements.size()) : elements;
        if (consent) screens.own(elements.getFirst());
        if (rest.stream().mapToInt(Screens::weight).sum() <= SHORT_FORM) screens.together(rest);
        else screens.cut(rest);
        return screens;
    }

    /** The pages that have anything on them, in order. */
    List<Screen> fill(List<Node> nodes) {
        Map<Integer, Screen> filled = new TreeMap<>();
        nodes.forEach(node -> place(node, "", filled));
        filled.values().removeIf(screen -> screen.nodes().stream().noneMatch(Screens::shows));
        return List.copyOf(filled.values());
    }

    private void place(Node node, String heading, Map<Integer, Screen> filled) {
        Integer number = pages.get(form.getChild(node.index()));
        if (number != null) {
            filled.computeIfAbsent(number, unused -> new Screen(number, heading, new ArrayList<>()))
                    .nodes()
                    .add(node);
        } else if (node instanceof Node.Group group) {
            String own = Labels.of(group.caption());
            group.nodes().forEach(inner -> place(inner, own.isEmpty() ? heading : own, filled));
        }
    }

    private static boolean shows(Node node) {
        return node.all().anyMatch(one -> !(one instanceof Node.Group));
    }

    private void cut(List<IFormElement> elements) {
        for (IFormElement element : elements) {
            if (!(element instanceof GroupDef group)) loose(element);
            else if (!group.getRepeat() && weight(group) > LONG_GROUP) {
                looseOnPage = LOOSE_TOGETHER;
                cut(group.getChildren());
                looseOnPage = LOOSE_TOGETHER;
            } else own(element);
        }
    }

    private void together(List<IFormElement> elements) {
        page++;
        elements.forEach(element -> pages.put(element, page));
    }

    private void own(IFormElement element) {
        together(List.of(element));
        looseOnPage = LOOSE_TOGETHER;
    }

    private void loose(IFormElement element) {
        if (looseOnPage == LOOSE_TOGETHER) {
            page++;
            looseOnPage = 0;
        }
        looseOnPage++;
        pages.put(element, page);
    }

    // What is repeated can grow as long as it likes: it is never short.
    private static int weight(IFormElement element) {
        if (!(element instanceof GroupDef group)) return 1;
        int within = group.getChildren().stream().mapToInt(Screens::weight).sum();
        return group.getRepeat() ? within + SHORT_FORM : within;
    }

    private static boolean isConsent(IFormElement element) {
        return element instanceof GroupDef group
                && group.getBind() != null
                && group.getBind().getReference().toString().endsWith("/" + Consent.GROUP);
    }
}
