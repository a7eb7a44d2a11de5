package org.commonweal.hub.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.tiles.LogFiles;

/** A stranger who reads the log over HTTP. */
public record LogClient(String address) implements LogFiles {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] read(String path) throws IOException {
        HttpResponse<byte[]> answer = get("/log/" + path);
        if (answer.statusCode() != 200) throw new NoSuchFileException(path);
        return answer.body();
    }

    public SignedCheckpoint checkpoint() throws Exception {
        return SignedCheckpoint.parse(get("/log/checkpoint").body());
    }

    long size() throws Exception {
        return checkpoint().checkpoint().size();
    }

    public VerifierKey key() throws Exception {
        return VerifierKey.parse(text("/log/key").strip());
    }
}
