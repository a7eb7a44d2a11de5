package org.commonweal.xlsform.reading;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonweal.xlsform.form.QuestionType;

/** What is written in the column ‹type›, and what it means. Spellings are those that ODK's converter accepts, in lower case. */
final class TypeNames {

    /** Simple types: the documented name first. */
    private static final Map<QuestionType, List<String>> SPELLINGS = Map.ofEntries(
            entry(QuestionType.TEXT, List.of("text", "string", "q string", "add text prompt")),
            entry(QuestionType.INTEGER, List.of("integer", "int", "q int", "add integer prompt")),
            entry(QuestionType.DECIMAL, List.of("decimal", "q decimal", "add decimal prompt")),
            entry(QuestionType.DATE, List.of("date", "q date", "add date prompt")),
            entry(QuestionType.TIME, List.of("time")),
            entry(
                    QuestionType.DATE_TIME,
                    List.of(
                            "datetime",
                            "date time",
                            "q datetime",
                            "q date time",
                            "add datetime prompt",
                            "add date time prompt")),
            entry(
                    QuestionType.GEOPOINT,
                    List.of("geopoint", "gps", "location", "q geopoint", "q location", "add location prompt")),
            entry(QuestionType.GEOTRACE, List.of("geotrace")),
            entry(QuestionType.GEOSHAPE, List.of("geoshape")),
            entry(QuestionType.BARCODE, List.of("barcode", "q barcode", "add barcode prompt")),
            entry(
                    QuestionType.IMAGE,
                    List.of("image", "photo", "q image", "q picture", "add image prompt", "add photo prompt")),
            entry(QuestionType.AUDIO, List.of("audio", "q audio", "add audio prompt")),
            entry(QuestionType.VIDEO, List.of("video", "q video", "add video prompt")),
            entry(QuestionType.FILE, List.of("file", "add file prompt")),
            entry(QuestionType.RANGE, List.of("range")),
            entry(QuestionType.NOTE, List.of("note", "q note", "add note prompt")),
            entry(
                    QuestionType.ACKNOWLEDGE,
                    List.of("acknowledge", "trigger", "q acknowledge", "add acknowledge prompt")),
            entry(QuestionType.CALCULATE, List.of("calculate", "q calculate", "add calculate prompt")),
            entry(QuestionType.HIDDEN, List.of("hidden")),
            entry(QuestionType.START, List.of("start", "start time", "get start time")),
            entry(QuestionType.END, List.of("end", "end time", "get end time")),
            entry(QuestionType.TODAY, List.of("today", "get today")),
            entry(QuestionType.DEVICE_ID, List.of("deviceid", "device id", "get device id", "imei")),
            entry(QuestionType.USERNAME, List.of("username")),
            entry(QuestionType.EMAIL, List.of("email")),
            entry(QuestionType.PHONE_NUMBER, List.of("phonenumber", "get phone number")),
            entry(QuestionType.SIM_SERIAL, List.of("simserial", "sim id", "get sim id")),
            entry(QuestionType.SUBSCRIBER_ID, List.of("subscriberid", "subscriber id", "get subscriber id")));

    /** Types with a list name behind them. */
    private static final Map<String, QuestionType> SELECTS = Map.ofEntries(
            entry("select_one", QuestionType.SELECT_ONE),
            entry("select one", QuestionType.SELECT_ONE),
            entry("select one from", QuestionType.SELECT_ONE),
            entry("select one using", QuestionType.SELECT_ONE),
            entry("select1", QuestionType.SELECT_ONE),
            entry("add select one prompt using", QuestionType.SELECT_ONE),
            entry("select_multiple", QuestionType.SELECT_MULTIPLE),
            entry("select multiple", QuestionType.SELECT_MULTIPLE),
            entry("select multiple from", QuestionType.SELECT_MULTIPLE),
            entry("select multiple using", QuestionType.SELECT_MULTIPLE),
            entry("select all that apply", QuestionType.SELECT_MULTIPLE),
            entry("select all that apply from", QuestionType.SELECT_MULTIPLE),
            entry("add select multiple prompt using", QuestionType.SELECT_MULTIPLE));

    /** Known to ODK, and the form would lack a question without them. */
    private static final Map<String, String> NOT_READ = Map.of(
            "rank", "Ask with select_one questions instead.",
            "osm", "Ask with geopoint or text instead.",
            "select_one_from_file", "Put the choices into sheet ‹choices› and write select_one.",
            "select_multiple_from_file", "Put the choices into sheet ‹choices› and write select_multiple.",
            "select_one_external", "Put the choices into sheet ‹choices› and write select_one.",
            "csv-external", "Put the table into sheet ‹choices›.",
            "xml-external", "Put the table into sheet ‹choices›.",
            "start-geopoint", "Ask with geopoint instead.");

    /** Known to ODK, and what they note is beside the answers. */
    private static final Set<String> LEFT_OUT = Set.of("audit", "background-audio");

    private static final Map<String, QuestionType> SIMPLE = new HashMap<>();
    private static final Set<String> SUGGESTED = new TreeSet<>(
            List.of("select_one", "select_multiple", "begin group", "end group", "begin repeat", "end repeat"));

    static {
        SPELLINGS.forEach((type, spellings) -> {
            spellings.forEach(spelling -> SIMPLE.put(spelling, type));
            SUGGESTED.add(spellings.getFirst());
        });
    }

    private TypeNames() {}

    static Map<String, QuestionType> simple() {
        return SIMPLE;
    }

    static Map<String, QuestionType> selects() {
        return SELECTS;
    }

    static Map<String, String> notRead() {
        return NOT_READ;
    }

    static Set<String> leftOut() {
        return LEFT_OUT;
    }

    /** The documented names, to suggest from. */
    static Set<String> suggested() {
        return SUGGESTED;
    }
}
