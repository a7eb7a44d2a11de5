package org.commonweal.bench.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who signs in and opens a campaign through the hub's own pages, so that the load meets what a user would have. */
final class Owner {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ORGANISATION =
            Pattern.compile("name=\"organisation\"[^>]*>\\s*<option value=\"([^\"]+)\"");
    private static final Pattern SERVER = Pattern.compile(">(https?://[^<\"]+/openrosa/[\\w-]+)<");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI hub;
    private String csrf = "";

    /** @param link the one-time address that a first start writes */
    Owner(URI link) throws IOException, InterruptedException {
        hub = link.resolve("/");
        get(link.getPath());
        post(link.getPath(), Map.of());
    }

    /** @return the campaign's path */
    String openCampaign(byte[] sheet) throws IOException, InterruptedException {
        post("/organisations/new", Map.of("name", "Benches along the river"));
        String organisation = find(ORGANISATION, get("/campaigns/new").body());
        String promise = post(
                        "/campaigns/new",
                        Map.ofEntries(
                                Map.entry("organisation", organisation),
                                Map.entry("language", "en"),
                                Map.entry("title", "How fast is this hub?"),
                                Map.entry("why", "To know what it bears."),
                                Map.entry("who", "Nobody: programs answer"),
                                Map.entry("contact", "bench@example.org"),
                                Map.entry("minutes", "1"),
                                Map.entry("zone", "UTC"),
                                Map.entry("anonymous", "on")))
                .uri()
                .getPath();
        String campaign = promise.substring(0, promise.length() - "/promise".length());
        post(
                promise,
                Map.of(
                        "use", "Counting.",
                        "retention", "1",
                        "consent", "I agree.",
                        "unit", "people",
                        "threshold", "10",
                        "reason", "",
                        "subject", ""));
        upload(campaign, sheet);
        post(campaign + "/open", Map.of());
        return campaign;
    }

    /** @return the address that a client such as ODK Collect is given, with a new token in it: each has limits of its own */
    URI admit(String campaign) throws IOException, InterruptedException {
        String page = post(campaign + "/tokens", Map.of("kind", "collect", "label", "bench"))
                .body();
        return URI.create(find(SERVER, page));
    }

    private void upload(String campaign, byte[] sheet) throws IOException, InterruptedException {
        get(campaign + "/form");
        Multipart parts =
                new Multipart().field("_csrf", csrf).file("sheet", "bench.xlsx", "application/octet-stream", sheet);
        send(HttpRequest.newBuilder(hub.resolve(campaign + "/form"))
                .header("Content-Type", parts.contentType())
                .POST(BodyPublishers.ofByteArray(parts.body())));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(hub.resolve(path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encode(csrf) + "&", ""));
        return send(HttpRequest.newBuilder(hub.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400)
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        // A redirect is followed only when asked for; every page carries the token for the next form.
        if (answer.statusCode() >= 300)
            return get(answer.headers().firstValue("Location").orElseThrow());
        Matcher token = TOKEN.matcher(answer.body());
        if (token.find()) csrf = token.group(1);
        return answer;
    }

    private static String find(Pattern pattern, String page) throws IOException {
        Matcher found = pattern.matcher(page);
        if (!found.find()) throw new IOException("No " + pattern + " in a page of " + page.length() + " characters");
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
