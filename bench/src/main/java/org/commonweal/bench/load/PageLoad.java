package org.commonweal.bench.load;

import java.net.URI;
import java.net.http.HttpRequest;

/** Pages as strangers read them, compressed as browsers ask for it, by 16 clients. */
final class PageLoad {
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 4_000;

    private PageLoad() {}

    /** @param words what a row is called and the page's address, in turn */
    public static void main(String... words) {
        System.out.println(Clients.head());
        for (int i = 0; i < words.length; i += 2) {
            HttpRequest page = HttpRequest.newBuilder(URI.create(words[i + 1]))
                    .header("Accept-Encoding", "gzip")
                    .build();
            System.out.println(
                    Clients.measure(CLIENTS, REQUESTS, 200, () -> page).row(words[i], CLIENTS));
        }
    }
}
