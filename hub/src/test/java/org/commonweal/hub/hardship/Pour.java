package org.commonweal.hub.hardship;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.commonweal.hub.Campaigner;
import org.commonweal.hub.Collect;
import org.commonweal.hub.ledger.LogClient;
import org.commonweal.tlog.note.SignedCheckpoint;

/**
 * What people send to a hub at once, and what it told them: submissions of several apps, one in three with a photo, and
 * publications of one reviewer, while somebody keeps every checkpoint that is served.
 */
final class Pour {
    private static final int APPS = 4;

    /** One filled form; sent again, until it is acknowledged, as apps do. */
    record Report(String instanceId, String xml, Map<String, byte[]> photos) {
        /** @param photo empty for none */
        static Report of(Collect.BlankForm form, int depth, byte[] photo) {
            String id = Collect.newInstanceId();
            String name = photo.length == 0 ? "" : "photo-" + depth + ".jpg";
            String xml = form.fill(id, Map.of("state", "dry", "depth", String.valueOf(depth), "photo", name));
            return new Report(id, xml, photo.length == 0 ? Map.of() : Map.of(name, photo));
        }

        /** How the hub must hold it. */
        Kept.Submission expected() {
            return new Kept.Submission(
                    Kept.sha256(xml.getBytes(StandardCharsets.UTF_8)),
                    photos.values().stream().map(Kept::sha256).collect(Collectors.toSet()));
        }
    }

    final Queue<Report> acknowledged = new ConcurrentLinkedQueue<>();
    final Queue<String> published = new ConcurrentLinkedQueue<>();
    final Queue<String> refused = new ConcurrentLinkedQueue<>();
    final Map<String, SignedCheckpoint> checkpoints = new ConcurrentHashMap<>();
    private final Queue<Report> unsure = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Random random;
    private final Collect app;
    private final Collect.BlankForm form;
    private final Campaigner reviewer;
    private final String campaign;
    private final LogClient log;
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean killed;

    /** @param campaign whose approved answers the reviewer publishes again and again */
    Pour(Random random, Collect app, Campaigner reviewer, String campaign, LogClient log) throws Exception {
        this.random = random;
        this.app = app;
        this.form = app.fetchForm();
        this.reviewer = reviewer;
        this.campaign = campaign;
        this.log = log;
    }

    void begin() {
        killed = false;
        for (int i = 0; i < APPS; i++) {
            String device = "telephone-" + i;
            begin(() -> sendNext(device));
        }
        begin(this::publishNext);
        begin(this::keepCheckpoint);
    }

    /** To be called just before the hub is killed: what fails from now on is no fault. */
    void expectTheWorst() {
        killed = true;
    }

    /** Ends once each of them has found that nobody answers. */
    void end() throws InterruptedException {
        for (Thread thread : running) thread.join();
        running.clear();
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void begin(Deed deed) {
        running.add(Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    deed.run();
                } catch (IOException | UncheckedIOException nobodyAnswers) {
                    if (killed) return;
                    refused.add(String.valueOf(nobodyAnswers));
                } catch (Exception | AssertionError wrong) {
                    if (killed) return;
                    refused.add(String.valueOf(wrong));
                }
            }
        }));
    }

    private void sendNext(String device) throws Exception {
        Report again = unsure.poll();
        Report report = again == null ? next() : again;
        boolean taken = false;
        try {
            HttpResponse<String> answer = app.send(device, report.xml(), report.photos());
            taken = answer.statusCode() == 201;
            if (taken) acknowledged.add(report);
            else throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        } finally {
            if (!taken) unsure.add(report);
        }
    }

    private Report next() {
        int n = number.incrementAndGet();
        return Report.of(form, n, n % 3 == 0 ? photo() : new byte[0]);
    }

    private synchronized byte[] photo() {
        byte[] bytes = new byte[20_000 + random.nextInt(200_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void publishNext() {
        published.add(reviewer.publishCount(campaign, "state", "Finding " + number.incrementAndGet()));
    }

    private void keepCheckpoint() throws Exception {
        SignedCheckpoint seen;
        try {
            seen = log.checkpoint();
        } catch (IllegalStateException nobodyAnswers) {
            throw new IOException(nobodyAnswers);
        }
        checkpoints.putIfAbsent(seen.toString(), seen);
        // Often, but not in the place of those who send and publish: two cores are all there is.
        Thread.sleep(5);
    }
}
