package org.commonweal.hub.campaigns.intake;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an instance document (ODK XForms specification, «Instance» and «Metadata») by StAX in one pass.
 *
 * <p>A document type is refused altogether: neither external entities nor entities that multiply get as far as being
 * read (OWASP XXE).
 */
public final class InstanceReader {
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 50_000;
    // An index of the database takes 2.7 kB.
    private static final int LONGEST_ID = 255;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private String instanceId = "";
    private String deprecatedId = "";
    private int elements;

    private InstanceReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws BrokenInstanceException when this is no well-formed instance document */
    public static Instance read(String document) throws BrokenInstanceException {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(document));
            requireReadAsMeant(xml.getCharacterEncodingScheme(), document);
            return new InstanceReader(xml).root();
        } catch (XMLStreamException broken) {
            throw new BrokenInstanceException(
                    "The XML is broken at line " + broken.getLocation().getLineNumber() + ", column "
                            + broken.getLocation().getColumnNumber() + ".");
        } catch (RuntimeException undeclared) {
            // The JDK's parser throws others too, as where it has no words for what is wrong in a document type.
            throw new BrokenInstanceException("The XML is broken where the parser can't say how.");
        }
    }

    // It was read as UTF-8. Letters of another encoding may look like UTF-8 by chance, and would be others then.
    private static void requireReadAsMeant(@Nullable String declared, String document) throws BrokenInstanceException {
        if (declared == null || declared.equalsIgnoreCase("UTF-8")) return;
        if (document.chars().anyMatch(c -> c > 127))
            throw new BrokenInstanceException(
                    "The XML says that it is in ‹" + declared + "›. Answers are taken in UTF-8 only.");
    }

    private Instance root() throws XMLStreamException, BrokenInstanceException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD)
                throw new BrokenInstanceException("A document type is not allowed in a submission.");
        }
        String formId = attribute("id");
        if (formId.isEmpty()) formId = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String version = attribute("version");
        Object answers = element(1, false);
        while (xml.hasNext()) xml.next();
        // Only now: of XML that is broken, that is what its sender needs to hear.
        if (formId.isEmpty()) throw new BrokenInstanceException("The root element names no form: it has no id.");
        Map<String, Object> map = answers instanceof Map<?, ?> group ? cast(group) : Map.of();
        return new Instance(formId, version, instanceId, deprecatedId, map);
    }

    // Only the group «meta» at the root says what the document is: a question may have any name.
    // A group becomes a map, text a string; the same name twice among siblings becomes a list.
    private Object element(int depth, boolean meta) throws XMLStreamException, BrokenInstanceException {
        if (depth > DEEPEST) throw new BrokenInstanceException("Groups lie deeper than " + DEEPEST + " levels.");
        if (++elements > MOST_ELEMENTS)
            throw new BrokenInstanceException("A submission may have " + MOST_ELEMENTS + " answers at most.");
        Map<String, Object> inner = null;
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (inner == null) inner = new LinkedHashMap<>();
                    String name = xml.getLocalName();
                    Object value = element(depth + 1, depth == 1 && name.equals("meta"));
                    if (meta) note(name, value);
                    inner.merge(name, value, InstanceReader::together);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BrokenInstanceException("An entity is not allowed in a submission.");
                case XMLStreamConstants.END_ELEMENT -> {
                    return inner != null ? inner : text.toString().strip();
                }
                default -> {}
            }
        }
    }

    private void note(String name, Object value) throws BrokenInstanceException {
        if (!(value instanceof String text)) return;
        if (name.equals("instanceID")) instanceId = identifier(name, text);
        if (name.equals("deprecatedID")) deprecatedId = identifier(name, text);
    }

    private static String identifier(String name, String text) throws BrokenInstanceException {
        if (text.length() > LONGEST_ID)
            throw new BrokenInstanceException(
                    "The " + name + " may have " + LONGEST_ID + " characters, this one has " + text.length() + ".");
        if (INVISIBLE.matcher(text).find())
            throw new BrokenInstanceException("The " + name + " has characters that nobody can see.");
        return text;
    }

    // A single element is never a list, so a list is one that was begun here.
    @SuppressWarnings("unchecked")
    private static Object together(Object before, Object next) {
        List<Object> list = before instanceof List<?> begun ? (List<Object>) begun : new ArrayList<>(List.of(before));
        list.add(next);
        return list;
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> group) {
        return (Map<String, Object>) group;
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else lies on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
