package org.commonweal.xlsform.form;

/**
 * Where an item stands and when it is shown.
 *
 * @param name element name, an XML NCName
 * @param path absolute path from the root element, {@code /data/household/age}
 * @param row row of the sheet {@code survey} it was read from, from 1 as spreadsheets count; 0 when made by code
 * @param label words shown
 * @param relevant XPath with {@code ${name}} references that must hold for the item to be asked; empty for always
 * @param readOnly XPath that makes the item unchangeable; empty for never
 * @param appearance hints to the client about the widget, space separated; may be empty
 */
public record Node(String name, String path, int row, Text label, String relevant, String readOnly, String appearance) {

    /** The same node under a further condition. */
    Node relevantOnlyIf(String condition) {
        var both = relevant.isEmpty() ? condition : condition + " and (" + relevant + ")";
        return new Node(name, path, row, label, both, readOnly, appearance);
    }
}
