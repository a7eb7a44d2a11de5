package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.xpath.XPathException;

/**
 * ODK's {@code regex(text, pattern)}, by which the whole text must match, but given up on where JavaRosa's own would go on
 * for hours: {@code .*,.*,.*;} on fifty thousand commas looks at a character some 10<sup>14</sup> times. The JDK itself
 * ends {@code (a+)+$} early, but not so with a reference to the group. Where it would go on without looking at the text,
 * {@link FreeSteps} refuses the pattern.
 */
final class BoundedRegex implements IFunctionHandler {
    static final String NAME = "bounded-regex";
    /** Ten for each character of the longest text. */
    private static final int MOST_LOOKS = 10 * Cast.LONGEST_TEXT;

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public List<Class<?>[]> getPrototypes() {
        return List.<Class<?>[]>of(new Class<?>[] {String.class, String.class});
    }

    /** @throws UnworkableException when it takes too long, goes too deep, or the pattern is none; it shows no answer */
    @Override
    public Object eval(Object[] arguments, EvaluationContext context) {
        try {
            FreeSteps.require((String) arguments[1]);
            return Pattern.compile((String) arguments[1])
                    .matcher(new Looked((String) arguments[0]))
                    .matches();
        } catch (PatternSyntaxException | StackOverflowError unusable) {
            throw new UnworkableException("can't be worked with");
        }
    }

    static final class UnworkableException extends XPathException {
        UnworkableException(String why) {
            super("A pattern of this form " + why);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Looked implements CharSequence {
        private final String text;
        private int looks;

        Looked(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) throw new UnworkableException("takes too long");
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
