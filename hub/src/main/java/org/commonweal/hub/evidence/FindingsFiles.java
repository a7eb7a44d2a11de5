package org.commonweal.hub.evidence;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.commonweal.hub.frame.Csv;
import org.commonweal.hub.frame.Page;

/** The list of findings for other programs: CSV, JSON and Atom (RFC 4287). */
final class FindingsFiles {
    private FindingsFiles() {}

    static void csv(List<Finding> findings, Page page, Writer out) throws IOException {
        try (Csv csv = Csv.to(out)) {
            csv.writeRecord("id", "version", "published", "title", "statistic", "organisation", "source", "address");
            for (Finding one : findings)
                csv.writeRecord(
                        one.id().toString(),
                        String.valueOf(one.version()),
                        one.publishedAt().toString(),
                        one.title(),
                        one.spec().statistic().token(),
                        one.organisationName(),
                        one.sourceTitle(),
                        page.absolute(one.path()));
        }
    }

    static Map<String, Object> json(Finding finding, Page page) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", finding.id());
        members.put("version", finding.version());
        members.put("firstPublished", finding.firstPublishedAt());
        members.put("published", finding.publishedAt());
        members.put("language", finding.language());
        members.put("title", finding.title());
        members.put("statistic", finding.spec().statistic());
        members.put("organisation", finding.organisationName());
        members.put("source", finding.sourceTitle());
        members.put("topics", finding.topics());
        members.put("address", page.absolute(finding.path()));
        members.put("document", page.absolute("/api/v1/findings/" + finding.id()));
        return members;
    }

    static void atom(List<Finding> findings, Page page, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            text(xml, "title", page.t("evidence.findings") + " · " + page.hub().name());
            text(xml, "id", page.absolute("/findings"));
            text(xml, "updated", newest(findings).toString());
            link(xml, "self", page.absolute("/findings.atom"));
            link(xml, "alternate", page.absolute("/findings"));
            for (Finding finding : findings) entry(xml, finding, page);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException fault) {
            throw new IOException(fault);
        }
    }

    private static void entry(XMLStreamWriter xml, Finding finding, Page page) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "title", finding.title());
        text(xml, "id", "urn:uuid:" + finding.id());
        text(xml, "published", finding.firstPublishedAt().toString());
        text(xml, "updated", finding.publishedAt().toString());
        link(xml, "alternate", page.absolute(finding.path()));
        xml.writeStartElement("author");
        text(xml, "name", finding.organisationName());
        xml.writeEndElement();
        text(xml, "summary", finding.limitations());
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static Instant newest(List<Finding> findings) {
        return findings.stream()
                .map(Finding::publishedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
