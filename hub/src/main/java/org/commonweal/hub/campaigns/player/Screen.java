package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.stream.Stream;
import org.commonweal.xlsform.form.Consent;

/**
 * One page of a form as it applies now.
 *
 * @param number keeps to the form, so that a page has the same number whatever the answers are
 * @param heading the words of the group that it is all or part of, empty for loose questions
 */
record Screen(int number, String heading, List<Node> nodes) {
    Stream<Node.Question> questions() {
        return nodes.stream().flatMap(Node::questions);
    }

    boolean asksConsent() {
        return questions().anyMatch(question -> isConsent(question.name()));
    }

    static boolean isConsent(String name) {
        return name.equals(Consent.AGREED_PATH.substring(1).replace('/', ':'));
    }
}
