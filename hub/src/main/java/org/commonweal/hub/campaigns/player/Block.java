package org.commonweal.hub.campaigns.player;

import java.util.List;
import org.commonweal.hub.frame.look.Choice;

/** A piece of a page of questions, as the templates draw it; {@code key} tells it from its siblings. */
public sealed interface Block {
    String key();

    /**
     * A question.
     *
     * @param typed its answer as typed: see {@link Cast#of}
     * @param range smallest, largest and step of a range; empty when it has none
     * @param example of a place, latitude and longitude; empty for other kinds and where none is known
     * @param attached names the file that is here, empty when there is none
     * @param unkept whether another file came and could not be kept
     * @param noPicture whether a picture was asked for and that file is none
     * @param was the mark of the answer that is shown
     * @param elsewhere whether another tab has changed it since the page was drawn that asks
     * @param sum changes when anything but the answer does, so that a script knows what to draw anew
     */
    record Ask(
            String key,
            Kind kind,
            String label,
            String hint,
            boolean required,
            List<String> typed,
            List<Choice> choices,
            List<String> range,
            List<String> example,
            String attached,
            boolean unkept,
            boolean noPicture,
            boolean consent,
            String was,
            boolean elsewhere,
            String sum)
            implements Block {
        /** The first that was typed, or the n-th; empty when there is none. */
        public String typed(int n) {
            return n < typed.size() ? typed.get(n) : "";
        }
    }

    record Part(String key, String title, List<Block> blocks) implements Block {}

    /** One repetition, which can be taken away when people say how many there are. */
    record Repetition(String key, String title, boolean removable, List<Block> blocks) implements Block {}

    /** The button for one more repetition. */
    record More(String key, String title, boolean first) implements Block {}
}
