package org.commonweal.hub.hardship;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.hub.Campaigner;
import org.commonweal.hub.Collect;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.ledger.LogClient;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * What people send to a hub at once, and what it told them: submissions of several apps, one in three with a photo, some of
 * which are corrected or taken back afterwards, and publications of one reviewer, while somebody keeps every checkpoint
 * that is served.
 */
final class Pour {
    private static final int APPS = 4;
    private static final Pattern LINK = Pattern.compile("/reports/[A-Za-z0-9_-]+");

    /** One filled form; sent again, until it is acknowledged, as apps do. */
    record Report(String instanceId, String xml, Map<String, byte[]> photos) {
        /** @param photo empty for none */
        static Report of(Collect.BlankForm form, int depth, byte[] photo) {
            String name = photo.length == 0 ? "" : "photo-" + depth + ".jpg";
            return of(form, depth, photo.length == 0 ? Map.of() : Map.of(name, photo));
        }

        private static Report of(Collect.BlankForm form, int depth, Map<String, byte[]> photos) {
            String id = Collect.newInstanceId();
            String name = String.join("", photos.keySet());
            String xml = form.fill(id, Map.of("state", "dry", "depth", String.valueOf(depth), "photo", name));
            return new Report(id, xml, photos);
        }

        /** The same report with another depth, as an app sends it that lets people edit (OpenRosa, «deprecatedID»). */
        Report corrected(Collect.BlankForm form, int depth) {
            Report after = of(form, depth, photos);
            return new Report(
                    after.instanceId(),
                    after.xml()
                            .replaceFirst(
                                    "</([a-z]*:?)instanceID>",
                                    "</$1instanceID><$1deprecatedID>" + instanceId + "</$1deprecatedID>"),
                    photos);
        }

        /** How the hub must hold it. */
        Kept.Submission expected() {
            return new Kept.Submission(
                    Kept.STANDING,
                    Kept.sha256(xml.getBytes(StandardCharsets.UTF_8)),
                    photos.values().stream().map(Kept::sha256).collect(Collectors.toSet()));
        }
    }

    /** What may be found of what was acknowledged: two things while a change of it is not acknowledged, one else. */
    final Map<String, Set<Kept.Submission>> acknowledged = new ConcurrentHashMap<>();

    final AtomicInteger corrections = new AtomicInteger();
    final AtomicInteger withdrawals = new AtomicInteger();
    final Queue<String> published = new ConcurrentLinkedQueue<>();
    final Queue<String> refused = new ConcurrentLinkedQueue<>();
    final Map<String, SignedCheckpoint> checkpoints = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final int port;
    private final Collect app;
    private final Collect.BlankForm form;
    private final Campaigner reviewer;
    private final String campaign;
    private final LogClient log;
    private final List<Telephone> telephones;
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean killed;

    /** @param campaign whose approved answers the reviewer publishes again and again */
    Pour(int port, Random random, Collect app, Campaigner reviewer, String campaign, LogClient log) throws Exception {
        this.port = port;
        this.app = app;
        this.form = app.fetchForm();
        this.reviewer = reviewer;
        this.campaign = campaign;
        this.log = log;
        this.telephones = IntStream.range(0, APPS)
                .mapToObj(i -> new Telephone("telephone-" + i, new Random(random.nextLong())))
                .toList();
    }

    void begin() {
        killed = false;
        for (Telephone telephone : telephones) begin(telephone::goOn);
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

    /** One app: what it began it does again until that is acknowledged; only then comes the next. */
    private final class Telephone {
        private final String device;
        private final Random random;
        private final List<Sent> sent = new ArrayList<>();
        private @Nullable Deed owed;

        Telephone(String device, Random random) {
            this.device = device;
            this.random = random;
        }

        /** @param line the report and those that it replaced, by their identifiers, as they stand */
        private record Sent(Report report, String link, Map<String, Kept.Submission> line) {}

        void goOn() throws Exception {
            if (owed == null) owed = draw();
            owed.run();
            owed = null;
        }

        private Deed draw() {
            int drawn = random.nextInt(8);
            if (drawn > 1 || sent.isEmpty()) {
                int n = number.incrementAndGet();
                Report report = Report.of(form, n, n % 3 == 0 ? photo() : new byte[0]);
                return () -> send(report);
            }
            Sent one = sent.remove(random.nextInt(sent.size()));
            if (drawn == 0) return () -> withdraw(one);
            Report after = one.report().corrected(form, number.incrementAndGet());
            return () -> correct(one, after);
        }

        private void send(Report report) throws Exception {
            Matcher link = LINK.matcher(acknowledge(report));
            if (!link.find()) throw new IllegalStateException("No private link came");
            acknowledged.put(report.instanceId(), Set.of(report.expected()));
            sent.add(new Sent(report, link.group(), Map.of(report.instanceId(), report.expected())));
        }

        private void correct(Sent before, Report after) throws Exception {
            String id = before.report().instanceId();
            Kept.Submission standing = before.report().expected();
            acknowledged.put(id, Set.of(standing, standing.replaced()));
            acknowledge(after);
            acknowledged.put(id, Set.of(standing.replaced()));
            acknowledged.put(after.instanceId(), Set.of(after.expected()));
            Map<String, Kept.Submission> line = new HashMap<>(before.line());
            line.put(id, standing.replaced());
            line.put(after.instanceId(), after.expected());
            sent.add(new Sent(after, before.link(), line));
            corrections.incrementAndGet();
        }

        private void withdraw(Sent one) {
            one.line().forEach((id, now) -> acknowledged.put(id, Set.of(now, Kept.Submission.WITHDRAWN)));
            Visitor contributor = new Visitor(port);
            contributor.get(one.link());
            int status = contributor.post(one.link() + "/withdraw", Map.of()).statusCode();
            if (status != 303) throw new IllegalStateException("A withdrawal was answered with " + status);
            one.line().keySet().forEach(id -> acknowledged.put(id, Set.of(Kept.Submission.WITHDRAWN)));
            withdrawals.incrementAndGet();
        }

        private String acknowledge(Report report) throws Exception {
            HttpResponse<String> answer = app.send(device, report.xml(), report.photos());
            if (answer.statusCode() != 201) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            return answer.body();
        }

        private byte[] photo() {
            byte[] bytes = new byte[20_000 + random.nextInt(200_000)];
            random.nextBytes(bytes);
            return bytes;
        }
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
