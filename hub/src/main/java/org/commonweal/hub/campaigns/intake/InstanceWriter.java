package org.commonweal.hub.campaigns.intake;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.commonweal.hub.campaigns.ServedForm;

/** Writes the instance document of answers that no form client gave: readings of a sensor, rows of a table. */
public final class InstanceWriter {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private InstanceWriter() {}

    /** @param answers by question at the root of the form, already as ODK writes values */
    public static String write(ServedForm form, String instanceId, Map<String, String> answers) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartElement("data");
            xml.writeAttribute("id", form.formId());
            xml.writeAttribute("version", form.version());
            for (Map.Entry<String, String> answer : answers.entrySet())
                element(xml, answer.getKey(), answer.getValue());
            xml.writeStartElement("meta");
            element(xml, "instanceID", instanceId);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException intoAString) {
            throw new IllegalStateException(intoAString);
        }
        return out.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
