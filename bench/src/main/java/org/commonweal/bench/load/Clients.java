package org.commonweal.bench.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Clients that each keep one connection and send their next request when the last one is answered. */
final class Clients {
    private static final int RUNS = 3;

    private Clients() {}

    /** @param rate requests per second; p50 and p95 in milliseconds */
    record Figures(double rate, double p50, double p95) {
        String row(String what, int clients) {
            return "| %s | %d | %,.0f | %.1f | %.1f |".formatted(what, clients, rate, p50, p95);
        }
    }

    static String head() {
        return "| what | clients | per second | p50, ms | p95, ms |\n| --- | --: | --: | --: | --: |";
    }

    /**
     * Runs once to warm up and three times to count; the run with the median rate is told.
     *
     * @param status what every answer must have, else the measurement is worth nothing and fails
     */
    static Figures measure(int clients, int requests, int status, Supplier<HttpRequest> next) {
        run(clients, requests / 2, status, next);
        Figures[] runs = new Figures[RUNS];
        for (int i = 0; i < RUNS; i++) runs[i] = run(clients, requests, status, next);
        Arrays.sort(runs, (a, b) -> Double.compare(a.rate(), b.rate()));
        return runs[RUNS / 2];
    }

    private static Figures run(int clients, int requests, int status, Supplier<HttpRequest> next) {
        long[] took = new long[requests];
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[clients];
        Throwable[] failed = new Throwable[1];
        for (int i = 0; i < clients; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
                    start.await();
                    for (int n; (n = taken.getAndIncrement()) < requests; ) took[n] = send(client, next.get(), status);
                } catch (Exception fault) {
                    failed[0] = fault;
                }
            });
        }
        long from = System.nanoTime();
        start.countDown();
        for (Thread thread : threads) join(thread);
        double seconds = (System.nanoTime() - from) / 1e9;
        if (failed[0] != null) throw new IllegalStateException("a client failed", failed[0]);
        Arrays.sort(took);
        return new Figures(requests / seconds, took[requests / 2] / 1e6, took[requests * 95 / 100] / 1e6);
    }

    private static long send(HttpClient client, HttpRequest request, int status)
            throws IOException, InterruptedException {
        long from = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        long took = System.nanoTime() - from;
        if (answer.statusCode() != status)
            throw new IOException(
                    request.uri() + " answered " + answer.statusCode() + ": " + new String(answer.body()));
        return took;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
