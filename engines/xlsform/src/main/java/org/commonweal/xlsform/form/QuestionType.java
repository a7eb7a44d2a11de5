package org.commonweal.xlsform.form;

import static org.commonweal.xlsform.form.QuestionType.Control.INPUT;
import static org.commonweal.xlsform.form.QuestionType.Control.NONE;
import static org.commonweal.xlsform.form.QuestionType.Control.RANGE_SLIDER;
import static org.commonweal.xlsform.form.QuestionType.Control.SELECT;
import static org.commonweal.xlsform.form.QuestionType.Control.SELECT1;
import static org.commonweal.xlsform.form.QuestionType.Control.TRIGGER;
import static org.commonweal.xlsform.form.QuestionType.Control.UPLOAD;

/**
 * The kinds of question that are read, with the data type and form control that the ODK XForms specification gives
 * them (sections «Data types» and «Body elements»).
 */
public enum QuestionType {
    TEXT("string", INPUT),
    INTEGER("int", INPUT),
    DECIMAL("decimal", INPUT),
    DATE("date", INPUT),
    TIME("time", INPUT),
    DATE_TIME("dateTime", INPUT),
    SELECT_ONE("string", SELECT1),
    SELECT_MULTIPLE("string", SELECT),
    GEOPOINT("geopoint", INPUT),
    GEOTRACE("geotrace", INPUT),
    GEOSHAPE("geoshape", INPUT),
    BARCODE("barcode", INPUT),
    IMAGE("binary", UPLOAD, "image/*"),
    AUDIO("binary", UPLOAD, "audio/*"),
    VIDEO("binary", UPLOAD, "video/*"),
    FILE("binary", UPLOAD, "application/*"),
    /** Data type {@code int} or {@code decimal}, as its parameters are whole numbers or not. */
    RANGE("int", RANGE_SLIDER),
    NOTE("string", INPUT),
    ACKNOWLEDGE("string", TRIGGER),
    CALCULATE("string", NONE),
    HIDDEN("string", NONE),
    START("dateTime", NONE, "timestamp start"),
    END("dateTime", NONE, "timestamp end"),
    TODAY("date", NONE, "date today"),
    DEVICE_ID("string", NONE, "property deviceid"),
    USERNAME("string", NONE, "property username"),
    EMAIL("string", NONE, "property email"),
    PHONE_NUMBER("string", NONE, "property phonenumber"),
    SIM_SERIAL("string", NONE, "property simserial"),
    SUBSCRIBER_ID("string", NONE, "property subscriberid");

    /** The element that asks the question; {@link #NONE} where nobody is asked. */
    public enum Control {
        INPUT("input"),
        SELECT1("select1"),
        SELECT("select"),
        UPLOAD("upload"),
        TRIGGER("trigger"),
        RANGE_SLIDER("range"),
        NONE("");

        private final String element;

        Control(String element) {
            this.element = element;
        }

        public String element() {
            return element;
        }
    }

    private final String dataType;
    private final Control control;
    private final String detail;

    QuestionType(String dataType, Control control) {
        this(dataType, control, "");
    }

    QuestionType(String dataType, Control control, String detail) {
        this.dataType = dataType;
        this.control = control;
        this.detail = detail;
    }

    /** The bind's type: {@code string}, {@code int}, {@code decimal}, {@code date}, {@code geopoint}, {@code binary}… */
    public String dataType() {
        return dataType;
    }

    public Control control() {
        return control;
    }

    /** Whether the answers come from a choice list. */
    public boolean isSelect() {
        return control == SELECT1 || control == SELECT;
    }

    /** Whether the answer is a file sent beside the submission. */
    public boolean isFile() {
        return control == UPLOAD;
    }

    /** Whether the client notes it by itself (start, today, device…), without a question. */
    public boolean isMetadata() {
        return control == NONE && !detail.isEmpty();
    }

    /** What an upload takes, {@code image/*}; empty for the others. */
    public String mediaType() {
        return isFile() ? detail : "";
    }

    /** Handler and parameter of {@code jr:preload}, {@code timestamp start}; empty for all but metadata. */
    public String preload() {
        return isMetadata() ? detail : "";
    }
}
