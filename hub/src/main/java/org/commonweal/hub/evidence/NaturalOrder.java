package org.commonweal.hub.evidence;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as people sort them: «Sensor 2» before «Sensor 10». */
final class NaturalOrder implements Comparator<String> {
    /** By the name of the thing; cells of one thing stay in the order they come in. */
    static final Comparator<Document.Cell> BY_THING = Comparator.comparing(Document.Cell::subject, new NaturalOrder());

    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String one, String other) {
        Matcher left = PART.matcher(one);
        Matcher right = PART.matcher(other);
        while (true) {
            boolean more = left.find();
            if (!right.find()) return more ? 1 : 0;
            if (!more) return -1;
            int order = compareParts(left.group(), right.group());
            if (order != 0) return order;
        }
    }

    private static int compareParts(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        int byNumber = numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : 0;
        return byNumber != 0 ? byNumber : one.compareTo(other);
    }
}
