package org.commonweal.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Submissions through OpenRosa, text alone and with a new photo each, by 1, 8 and 32 clients. */
final class OpenRosaLoad {
    private static final int[] CLIENTS = {1, 8, 32};
    private static final int PHOTO_BYTES = 200_000;
    private static final int TEXTS = 6_000;
    private static final int PHOTOS = 2_000;

    private final URI server;
    private final String formId;
    private final String version;
    private final String consent;

    private OpenRosaLoad(URI server) throws IOException, InterruptedException {
        this.server = server;
        String list = get(URI.create(server + "/formList"));
        formId = find("<formID>(.*?)</formID>", list);
        version = find("<version>(.*?)</version>", list);
        String form = get(URI.create(find("<downloadUrl>(.*?)</downloadUrl>", list)));
        consent = "<commonweal_consent><version>" + find("<commonweal_consent>.*?<version>(.*?)</version>", form)
                + "</version><agreed>OK</agreed></commonweal_consent>";
    }

    /** @param words the one-time sign-in link of a hub that was just started */
    public static void main(String... words) throws Exception {
        Owner owner = new Owner(URI.create(words[0]));
        String campaign = owner.openCampaign(BenchForm.sheet());
        System.out.println(Clients.head());
        for (int clients : CLIENTS) {
            OpenRosaLoad load = new OpenRosaLoad(owner.admit(campaign));
            System.out.println(Clients.measure(clients, TEXTS, 201, load::text).row("submission, text", clients));
        }
        for (int clients : CLIENTS) {
            OpenRosaLoad load = new OpenRosaLoad(owner.admit(campaign));
            System.out.println(
                    Clients.measure(clients, PHOTOS, 201, load::photo).row("submission, new 200 kB photo", clients));
        }
    }

    private HttpRequest text() {
        return request(new Multipart()
                .file("xml_submission_file", "form.xml", "text/xml", BenchForm.answers(formId, version, consent, "")));
    }

    // Noise behind a JPEG's first bytes: a store by content can't meet it twice.
    private HttpRequest photo() {
        String name = UUID.randomUUID() + ".jpg";
        byte[] photo = new byte[PHOTO_BYTES];
        ThreadLocalRandom.current().nextBytes(photo);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 0, photo, 0, 4);
        return request(new Multipart()
                .file("xml_submission_file", "form.xml", "text/xml", BenchForm.answers(formId, version, consent, name))
                .file(name, name, "image/jpeg", photo));
    }

    private HttpRequest request(Multipart parts) {
        return HttpRequest.newBuilder(URI.create(server + "/submission"))
                .header("X-OpenRosa-Version", "1.0")
                .header("Content-Type", parts.contentType())
                .POST(BodyPublishers.ofByteArray(parts.body()))
                .build();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("X-OpenRosa-Version", "1.0")
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String find(String pattern, String text) throws IOException {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!found.find()) throw new IOException("no " + pattern + " in " + text);
        return found.group(1);
    }
}
