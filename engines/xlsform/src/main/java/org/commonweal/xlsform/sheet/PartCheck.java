package org.commonweal.xlsform.sheet;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Walks one XML part before the spreadsheet library does.
 *
 * <p>The library would skip a document type in silence, and would make room for a row as wide as its cell addresses say:
 * {@code <c r="ZZZZZZ1"/>} alone asks for a list of 300 million cells.
 */
final class PartCheck {

    // All rows together, in cells up to the last one named: a sheet formatted to its edge stays below.
    private static final long MAX_CELLS = 60_000_000;

    private final String part;
    private final Limits limits;
    private final XMLStreamReader xml;
    private long cells;
    private int rowWidth;
    private int textLength;

    private PartCheck(String part, byte[] content, Limits limits) throws XMLStreamException {
        this.part = part;
        this.limits = limits;
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    /** Refuses what no spreadsheet program writes. */
    static void requireSafe(String part, byte[] content, Limits limits) throws UnreadableWorkbookException {
        try {
            var check = new PartCheck(part, content, limits);
            while (check.xml.hasNext()) {
                check.see(check.xml.next());
            }
        } catch (XMLStreamException e) {
            throw damaged("its part ‹" + part + "› is not well-formed XML");
        } catch (RuntimeException e) {
            // The JDK's reader throws unchecked exceptions on some malformed input instead of the declared one.
            throw damaged("its part ‹" + part + "› cannot be read");
        }
    }

    private void see(int event) throws UnreadableWorkbookException {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableWorkbookException(Fault.ofFile(Rule.UNSAFE_XML, part));
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> textLength = 0;
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
            default -> {}
        }
    }

    private void start() throws UnreadableWorkbookException {
        textLength = 0;
        switch (xml.getLocalName()) {
            case "row" -> rowWidth = 0;
            case "c" -> cell(xml.getAttributeValue(null, "r"));
            default -> {}
        }
    }

    private void text() throws UnreadableWorkbookException {
        textLength += xml.getTextLength();
        if (textLength > limits.cellCharacters()) {
            throw tooLarge("a cell of over " + limits.cellCharacters() + " characters", limits.cellCharacters() + "");
        }
    }

    private void cell(@Nullable String address) throws UnreadableWorkbookException {
        var column = address == null ? rowWidth : column(address);
        if (column < 0 || column > Limits.LAST_COLUMN) {
            throw damaged("it has a cell ‹" + address + "› beyond the edge of a sheet");
        }
        if (column >= rowWidth) {
            cells += column + 1 - rowWidth;
            rowWidth = column + 1;
        }
        if (cells > MAX_CELLS) {
            throw tooLarge("a sheet of over " + MAX_CELLS + " cells", MAX_CELLS + " cells");
        }
    }

    /** {@code C14} is column 2; -1 for what is no address. */
    private static int column(String address) {
        var letters = 0;
        var column = 0;
        while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
            column = column * 26 + Character.toUpperCase(address.charAt(letters)) - 'A' + 1;
            letters++;
        }
        // Nine digits are far beyond the last row and still fit an int.
        var wellFormed = address.matches("[A-Za-z]{1,3}[0-9]{1,9}");
        return wellFormed ? column - 1 : -1;
    }

    private static UnreadableWorkbookException damaged(String why) {
        return new UnreadableWorkbookException(Fault.ofFile(Rule.DAMAGED_XLSX, why));
    }

    private static UnreadableWorkbookException tooLarge(String what, String bound) {
        return new UnreadableWorkbookException(Fault.ofFile(Rule.TOO_LARGE, what, bound));
    }
}
