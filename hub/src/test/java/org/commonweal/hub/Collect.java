package org.commonweal.hub;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An app for forms, such as ODK Collect: takes the form from a server address and sends it filled in (OpenRosa 1.0).
 *
 * <pre>
 * Collect app = new Collect("http://localhost:8080/openrosa/TOKEN");
 * app.send("device-7", app.fetchForm().fill("uuid:…", Map.of("state", "dry")), Map.of())
 * </pre>
 */
public final class Collect {
    private static final Pattern DOWNLOAD = Pattern.compile("<downloadUrl>([^<]+)</downloadUrl>");
    private final String server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param server the address that a campaign's owner hands out */
    public Collect(String server) {
        this.server = server;
    }

    /** A form as the hub serves it. */
    public record BlankForm(String xform) {
        /** The answers by the names of their questions, the consent given, as the document to send. */
        public String fill(String instanceId, Map<String, String> answers) {
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                Document form = factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xform.getBytes(StandardCharsets.UTF_8)));
                Element instance =
                        (Element) form.getElementsByTagNameNS("*", "instance").item(0);
                Element data = (Element) instance.getElementsByTagName("*").item(0);
                answers.forEach((name, answer) -> set(data, name, answer));
                set(data, "agreed", "OK");
                set(data, "instanceID", instanceId);
                return written(data);
            } catch (Exception broken) {
                throw new IllegalStateException("The hub's form cannot be filled: " + xform, broken);
            }
        }

        private static void set(Element data, String name, String answer) {
            data.getElementsByTagNameNS("*", name).item(0).setTextContent(answer);
        }

        private static String written(Element data) throws Exception {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(data), new StreamResult(out));
            return out.toString();
        }
    }

    public static String newInstanceId() {
        return "uuid:" + UUID.randomUUID();
    }

    public HttpResponse<String> formList() throws IOException, InterruptedException {
        return get(server + "/formList");
    }

    public BlankForm fetchForm() throws IOException, InterruptedException {
        Matcher download = DOWNLOAD.matcher(formList().body());
        if (!download.find()) throw new IllegalStateException("The server lists no form");
        return new BlankForm(get(download.group(1)).body());
    }

    /** Sends one filled form with its files, by their names. */
    public HttpResponse<String> send(String device, String xml, Map<String, byte[]> files)
            throws IOException, InterruptedException {
        String boundary = "part-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head(boundary, "xml_submission_file", "text/xml"));
        body.writeBytes(xml.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, bytes) -> {
            body.writeBytes(head(boundary, name, "image/jpeg"));
            body.writeBytes(bytes);
        });
        body.writeBytes(end(boundary));
        return client.send(
                post(device, boundary, BodyPublishers.ofByteArray(body.toByteArray())), BodyHandlers.ofString());
    }

    /** The same with a body that is made while it is sent. */
    public HttpResponse<String> sendStream(String device, String boundary, Supplier<InputStream> body)
            throws IOException, InterruptedException {
        return client.send(post(device, boundary, BodyPublishers.ofInputStream(body)), BodyHandlers.ofString());
    }

    /** What stands before a part of a multipart body. */
    public static byte[] head(String boundary, String name, String type) {
        return ("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What stands behind the last part. */
    public static byte[] end(String boundary) {
        return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest post(String device, String boundary, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(server + "/submission?deviceID=" + device))
                .header("X-OpenRosa-Version", "1.0")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("X-OpenRosa-Version", "1.0")
                        .build(),
                BodyHandlers.ofString());
    }
}
