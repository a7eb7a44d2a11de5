package org.commonweal.xlsform.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings of types, as ODK's converter accepts them. */
class TypeCellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text                            | Ask[type=TEXT, list=, orOther=false]",
                "int                             | Ask[type=INTEGER, list=, orOther=false]",
                "Integer                         | Ask[type=INTEGER, list=, orOther=false]",
                "dateTime                        | Ask[type=DATE_TIME, list=, orOther=false]",
                "date time                       | Ask[type=DATE_TIME, list=, orOther=false]",
                "photo                           | Ask[type=IMAGE, list=, orOther=false]",
                "gps                             | Ask[type=GEOPOINT, list=, orOther=false]",
                "trigger                         | Ask[type=ACKNOWLEDGE, list=, orOther=false]",
                "select_one Colours              | Ask[type=SELECT_ONE, list=Colours, orOther=false]",
                "select one from colours         | Ask[type=SELECT_ONE, list=colours, orOther=false]",
                "select one colours              | Ask[type=SELECT_ONE, list=colours, orOther=false]",
                "select1 colours                 | Ask[type=SELECT_ONE, list=colours, orOther=false]",
                "select_multiple colours         | Ask[type=SELECT_MULTIPLE, list=colours, orOther=false]",
                "select all that apply from cols | Ask[type=SELECT_MULTIPLE, list=cols, orOther=false]",
                "select_one colours or_other     | Ask[type=SELECT_ONE, list=colours, orOther=true]",
                "select_one                      | Ask[type=SELECT_ONE, list=, orOther=false]",
                "begin group                     | Begin[kind=GROUP]",
                "begin_group                     | Begin[kind=GROUP]",
                "begin repeat                    | Begin[kind=REPEAT]",
                "begin lgroup                    | Begin[kind=REPEAT]",
                "end_repeat                      | End[kind=REPEAT]",
                "audit                           | LeftOut[]",
                "select_onecolours               | Unknown[]",
                "texts                           | Unknown[]"
            })
    void isUnderstood(String written, String meaning) {
        assertThat(TypeCell.of(written.strip()).toString()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"rank l", "select_one_from_file a.csv", "csv-external", "begin loop over l", "start-geopoint"})
    void isKnownButNotRead(String written) {
        assertThat(TypeCell.of(written)).isInstanceOf(TypeCell.NotRead.class);
    }
}
