package org.commonweal.hub.campaigns.player;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.data.helper.AnswerDataUtil;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;

/** That what a form repeats comes to an end: JavaRosa makes as many repetitions as a count says, be it two billion. */
final class Repetitions {
    /** Of all repeats of a form together. */
    static final int MOST = 200;

    private Repetitions() {}

    /** Told at the question that is to blame, or else as a fault of the form. */
    static final class TooManyException extends RuntimeException {
        TooManyException() {
            super("A form asks for more than " + MOST + " repetitions", null, false, false);
        }
    }

    static void require(long repetitions) {
        if (repetitions > MOST) throw new TooManyException();
    }

    /**
     * What the counts say, before any repetition is made. It is the least there will be: counts within repetitions that
     * are not made yet say nothing, and are met on the {@link Walk}.
     */
    static long countWanted(FormDef form) {
        return counted(form)
                .flatMap(repeat -> form
                        .getEvaluationContext()
                        .expandReference(FormInstance.unpackReference(repeat.getCountReference()))
                        .stream())
                .mapToLong(count -> value(form, count))
                .sum();
    }

    private static Stream<GroupDef> counted(IFormElement element) {
        if (element.getChildren() == null) return Stream.empty();
        Stream<GroupDef> within = element.getChildren().stream().flatMap(Repetitions::counted);
        return element instanceof GroupDef group && group.getRepeat() && group.getCountReference() != null
                ? Stream.concat(Stream.of(group), within)
                : within;
    }

    private static int value(FormDef form, TreeReference count) {
        return Math.max(
                0,
                AnswerDataUtil.answerDataToInt(
                        form.getMainInstance().resolveReference(count).getValue()));
    }

    /** Those that there are, also where they don't apply now. */
    static long countMade(TreeElement element) {
        long within = IntStream.range(0, element.getNumChildren())
                .mapToLong(i -> countMade(element.getChildAt(i)))
                .sum();
        return element.isRepeatable() && element.getMult() >= 0 ? within + 1 : within;
    }
}
