package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is told about sheets, choices, settings and languages. */
class SheetFaultTest {

    @Test
    void tellsWhichSheetLacks() {
        assertThat(Drawing.faults("""
                Servey
                | type | name |
                choices
                | list_name | name |
                """)).isEqualTo(": MISSING_SHEET survey | Servey, choices");
    }

    @Test
    void findsSheetsWhateverTheirCase() {
        assertThat(Drawing.errors("""
                Survey
                | Type         | NAME | Label |
                | select_one l | q    | Q?    |
                CHOICES
                | List Name | Name | Label |
                | l         | y    | Y     |
                """)).isEmpty();
    }

    @Test
    void tellsWhichColumnsLack() {
        assertThat(Drawing.errors("""
                survey
                | typ  | name | label |
                | text | q    | Q?    |
                choices
                | list | name |
                | l    | y    |
                """)).isEqualTo("""
                survey: MISSING_COLUMN type | typ, name, label
                choices: MISSING_COLUMN list_name | list, name""");
    }

    @Test
    void tellsThatNothingIsAsked() {
        assertThat(Drawing.errors("""
                survey
                | type | name | label |
                """)).isEqualTo("survey: EMPTY_SHEET");
    }

    @Test
    void checksChoices() {
        assertThat(Drawing.errors("""
                survey
                | type              | name | label | choice_filter   |
                | select_multiple l | q    | Q?    |                 |
                | select_one m      | r    | R?    | regoin = ${q}   |
                | select_one        | s    | S?    |                 |
                | select_one m or_other | t | T?   |                 |
                choices
                | list_name | name    | label   | region |
                | l         | a       | A       |        |
                | l         | a       | A again |        |
                | l         | deep well | Deep  |        |
                |           | lost    | Lost    |        |
                | m         |         | None    |        |
                | m         | x       | X       | n      |
                """)).isEqualTo("""
                survey 3 choice_filter: UNKNOWN_CHOICE_COLUMN regoin | m | Did you mean ‹region›?
                survey 4 type: MISSING_LIST_NAME select_one | l, m
                survey 5 type: OR_OTHER_NOT_READ m
                choices 3 name: DUPLICATE_CHOICE a | l | 2
                choices 4 name: CHOICE_WITH_SPACE deep well | l | 2 | deep_well
                choices 5 list_name: MISSING_CHOICE_LIST lost
                choices 6 name: MISSING_CHOICE_NAME m""");
    }

    @Test
    void allowsDuplicateChoicesWhenToldTo() {
        assertThat(Drawing.errors("""
                survey
                | type         | name | label |
                | select_one l | q    | Q?    |
                choices
                | list_name | name | label |
                | l         | a    | A     |
                | l         | a    | B     |
                settings
                | allow_choice_duplicates |
                | yes                     |
                """)).isEmpty();
    }

    @Test
    void warnsOfWhatSettingsLack() {
        assertThat(Drawing.faults("""
                survey
                | type | name | label |
                | text | q    | Q?    |
                """)).isEqualTo("""
                settings: MISSING_TITLE drawn
                settings: MISSING_FORM_ID drawn
                settings: MISSING_VERSION 1""");
    }

    @Test
    void warnsOfMissingTranslations() {
        assertThat(Drawing.faults("""
                survey
                | type | name | label::English (en) | label::French (fr) | hint::English (en) | label::Latin |
                | text | a    | A?                  |                    | Hint               | A?           |
                | text | b    |                     |                    |                    |              |
                settings
                | form_title | form_id | version |
                | T          | t       | 1       |
                """)).isEqualTo("""
                survey: LANGUAGE_WITHOUT_CODE Latin
                survey: MISSING_LANGUAGE_COLUMN hint::French (fr) | French (fr)
                survey: MISSING_LANGUAGE_COLUMN hint::Latin | Latin
                survey 2 label::French (fr): MISSING_TRANSLATION French (fr) | English (en)
                survey 3 label::English (en): MISSING_LABEL b""");
    }

    @Test
    void tellsOfADefaultLanguageThatIsNotThere() {
        assertThat(Drawing.errors("""
                survey
                | type | name | label::English (en) |
                | text | a    | A?                  |
                settings
                | default_language |
                | French (fr)      |
                """))
                .isEqualTo("settings 2 default_language: UNKNOWN_DEFAULT_LANGUAGE French (fr) | English (en)");
    }

    @Test
    void tellsOfSheetsAndCellsItCannotUse() {
        assertThat(Drawing.errors("""
                survey
                | type | name | label |
                | text | a    | #REF! |
                entities
                | dataset |
                | wells   |
                """)).isEqualTo("""
                : SHEET_NOT_READ entities
                survey 2 label: CELL_ERROR #REF!""");
    }
}
