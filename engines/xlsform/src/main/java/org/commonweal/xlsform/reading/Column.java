package org.commonweal.xlsform.reading;

/**
 * One column of a sheet.
 *
 * @param name what the column means, by its present XLSForm name: {@code relevant} also for {@code relevance}
 * @param language the part behind {@code ::}; for a plain column of words the default language; empty for others
 * @param header as written
 * @param index from 0
 */
record Column(String name, String language, String header, int index) {

    boolean isSameAs(Column other) {
        return name.equals(other.name) && language.equals(other.language);
    }
}
