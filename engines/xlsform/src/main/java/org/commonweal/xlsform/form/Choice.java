package org.commonweal.xlsform.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One answer that a select offers.
 *
 * @param name the value stored in a submission
 * @param label the words shown
 * @param row row of the sheet {@code choices}, from 1
 * @param columns further columns that a choice filter may look at, by name; blank cells are left out
 */
public record Choice(String name, Text label, int row, SequencedMap<String, String> columns) {
    public Choice {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }
}
