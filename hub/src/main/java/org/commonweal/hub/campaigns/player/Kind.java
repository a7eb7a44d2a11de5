package org.commonweal.hub.campaigns.player;

import java.util.Locale;
import org.javarosa.core.model.Constants;
import org.javarosa.form.api.FormEntryPrompt;

/** How a question is asked on a page. */
public enum Kind {
    LINE,
    LINES,
    WHOLE,
    DECIMAL,
    DATE,
    TIME,
    MOMENT,
    ONE,
    /** One of a list that folds out. */
    MENU,
    MANY,
    AGREE,
    POINT,
    IMAGE,
    AUDIO,
    VIDEO,
    FILE,
    /** Read only: words, or a value that the form computed. */
    NOTE,
    /** Drawn lines, areas and rankings, which need an app. */
    ELSEWHERE;

    public boolean isFile() {
        return this == IMAGE || this == AUDIO || this == VIDEO || this == FILE;
    }

    boolean isSelect() {
        return this == ONE || this == MENU || this == MANY;
    }

    boolean isAsked() {
        return this != NOTE && this != ELSEWHERE;
    }

    static Kind of(FormEntryPrompt prompt) {
        if (prompt.isReadOnly()) return NOTE;
        String appearance = Labels.appearance(prompt).toLowerCase(Locale.ROOT);
        return switch (prompt.getControlType()) {
            case Constants.CONTROL_SELECT_ONE ->
                appearance.matches(".*\\b(minimal|autocomplete|search)\\b.*") ? MENU : ONE;
            case Constants.CONTROL_SELECT_MULTI -> MANY;
            case Constants.CONTROL_TRIGGER -> AGREE;
            case Constants.CONTROL_IMAGE_CHOOSE -> IMAGE;
            case Constants.CONTROL_AUDIO_CAPTURE -> AUDIO;
            case Constants.CONTROL_VIDEO_CAPTURE -> VIDEO;
            case Constants.CONTROL_FILE_CAPTURE, Constants.CONTROL_UPLOAD -> FILE;
            case Constants.CONTROL_RANK, Constants.CONTROL_OSM_CAPTURE -> ELSEWHERE;
            default -> input(prompt.getDataType(), appearance.contains("multiline"));
        };
    }

    private static Kind input(int dataType, boolean multiline) {
        return switch (dataType) {
            case Constants.DATATYPE_INTEGER, Constants.DATATYPE_LONG -> WHOLE;
            case Constants.DATATYPE_DECIMAL -> DECIMAL;
            case Constants.DATATYPE_DATE -> DATE;
            case Constants.DATATYPE_TIME -> TIME;
            case Constants.DATATYPE_DATE_TIME -> MOMENT;
            case Constants.DATATYPE_GEOPOINT -> POINT;
            case Constants.DATATYPE_GEOSHAPE, Constants.DATATYPE_GEOTRACE -> ELSEWHERE;
            default -> multiline ? LINES : LINE;
        };
    }
}
