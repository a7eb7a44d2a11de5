package org.commonweal.hub.campaigns.openrosa;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.commonweal.hub.campaigns.ServedForm;

/** The protocol's documents. */
final class OpenRosaXml {
    private static final String RESPONSE = "http://openrosa.org/http/response";
    private static final String FORM_LIST = "http://openrosa.org/xforms/xformsList";
    private static final String MANIFEST = "http://openrosa.org/xforms/xformsManifest";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private OpenRosaXml() {}

    private interface Body {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** @param carried what each address needs behind it, such as {@code ?st=…}, for the client to be let in there too */
    static String formList(List<ServedForm> forms, String base, String carried) {
        return document("xforms", FORM_LIST, xml -> {
            for (ServedForm form : forms) {
                xml.writeStartElement("xform");
                element(xml, "formID", form.formId());
                element(xml, "name", form.title());
                element(xml, "version", form.version());
                element(xml, "hash", "md5:" + form.md5());
                element(xml, "downloadUrl", base + "/forms/" + form.id() + ".xml" + carried);
                xml.writeEndElement();
            }
        });
    }

    /** No form of ours brings files along yet, so the list is empty. */
    static String manifest() {
        return document("manifest", MANIFEST, xml -> {});
    }

    static String accepted(String message) {
        return response("submit_success", message);
    }

    static String refused(String message) {
        return response("error", message);
    }

    private static String response(String nature, String message) {
        return document("OpenRosaResponse", RESPONSE, xml -> {
            xml.writeAttribute("items", "0");
            xml.writeStartElement("message");
            xml.writeAttribute("nature", nature);
            xml.writeCharacters(message);
            xml.writeEndElement();
        });
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String document(String root, String namespace, Body body) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            body.write(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException intoAString) {
            throw new IllegalStateException(intoAString);
        }
        return out.toString();
    }
}
