package org.commonweal.hub.campaigns.player;

import java.time.ZoneId;
import java.util.List;
import org.commonweal.hub.frame.Digests;

/** An answer in the one way of writing it, so that two of them can be compared, and its mark for a page. */
final class Answered {
    private static final int MARK_LENGTH = 16;

    private Answered() {}

    /** What was typed as it is shown again once it is kept: {@code 1,50} is {@code 1.5}; as typed where it can't be read. */
    static List<String> as(Node.Question question, List<String> typed, ZoneId zone) {
        if (question.kind().isFile()) return typed;
        Cast cast = Cast.of(question, typed, zone);
        if (cast.fault().isEmpty()) return Typed.of(question.kind(), cast.data(), zone);
        return typed.stream().map(String::strip).toList();
    }

    /** A mark of an answer, which tells nothing of it to whoever has not got it. */
    static String mark(List<String> answer) {
        return Digests.sha256(String.join("\0", answer)).substring(0, MARK_LENGTH);
    }
}
