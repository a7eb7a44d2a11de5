package org.commonweal.hub.hardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.hub.Campaigner;
import org.commonweal.hub.Collect;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.launch.HubProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many people at once, and large things, on a hub with the memory that it is shipped with. */
@Tag("long")
class CrowdTest {
    private static final int CLIENTS = 200;
    private static final int REPORTS_EACH = 5;

    /** The heap of 1 GB that the launcher gives, and 500 MB for code, stacks, buffers and the collector's tables. */
    private static final long MOST_RESIDENT_MEGABYTES = 1_500;

    /** What eight uploads of 99 MB at once may add: their buffers, and rubbish not yet collected. */
    private static final long MOST_FOR_UPLOADS_MEGABYTES = 100;

    private Path data;
    private HubProcess hub;
    private String home;
    private String campaign;
    private String server;
    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void startTheHub() throws Exception {
        data = FreshData.make();
        int port = HubProcess.freePort();
        home = "http://localhost:" + port;
        hub = HubProcess.upAsShipped(data, port).waitFor("Ready in ").waitFor("sign-in-link");
        Campaigner owner = Campaigner.comeIn(port, Files.readString(data.resolve("sign-in-link")));
        campaign = owner.open("Wells of today", Sheets.xlsx(CrashTest.FORM));
        server = owner.makeServerAddress(campaign);
    }

    @AfterEach
    void stopTheHub() throws Exception {
        hub.process.destroy();
        hub.process.waitFor();
        hub.close();
    }

    @Test
    void twoHundredClientsLoseNothing() throws Exception {
        List<Pour.Report> taken = new ArrayList<>();
        try (Socket slow = sendHalf();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.submit(() -> trickle(slow));
            List<Future<List<Pour.Report>>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> people.submit(() -> liveOne(i)))
                    .toList();
            breakOff(sendHalf());
            for (Future<List<Pour.Report>> client : clients) taken.addAll(client.get());
            slow.close();
        }
        assertThat(taken).hasSize(CLIENTS * REPORTS_EACH);
        requireAllThereOnce(taken);
        long resident = hub.mostResidentMegabytes();
        System.out.printf("%d clients, %d submissions: %d MB resident at most%n", CLIENTS, taken.size(), resident);
        assertThat(resident).isLessThan(MOST_RESIDENT_MEGABYTES);
        assertThat(Files.readAllLines(data.resolve("log/hub.log"))).noneMatch(line -> line.contains(" ERROR "));
    }

    /** Looks at pages, takes the form, sends some reports with and without photos. */
    private List<Pour.Report> liveOne(int client) throws Exception {
        Random random = new Random(client);
        Collect app = new Collect(server);
        look("/");
        look(campaign);
        Collect.BlankForm form = app.fetchForm();
        List<Pour.Report> sent = new ArrayList<>();
        for (int i = 0; i < REPORTS_EACH; i++) {
            byte[] photo = new byte[i % 2 == 0 ? 0 : 50_000 + random.nextInt(150_000)];
            random.nextBytes(photo);
            Pour.Report report = Pour.Report.of(form, client, photo);
            assertThat(app.send("telephone-" + client, report.xml(), report.photos())
                            .statusCode())
                    .isEqualTo(201);
            sent.add(report);
            look(i % 2 == 0 ? "/campaigns" : "/findings");
        }
        return sent;
    }

    @Test
    void fiftyOfTheSameAtOnceAreOne() throws Exception {
        Collect app = new Collect(server);
        byte[] photo = new byte[200_000];
        new Random(7).nextBytes(photo);
        Pour.Report report = Pour.Report.of(app.fetchForm(), 7, photo);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> people.submit(() ->
                            app.send("telephone", report.xml(), report.photos()).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        requireAllThereOnce(List.of(report));
    }

    @Test
    void largeUploadsGoToTheDiskAndNotThroughMemory() throws Exception {
        Collect app = new Collect(server);
        Collect.BlankForm form = app.fetchForm();
        assertThat(app.sendStream("telephone", "part", () -> large(form, 100, 1_000_000, 1_000_000))
                        .statusCode())
                .isEqualTo(201);
        long before = hub.residentMegabytes();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> uploads = IntStream.range(0, 8)
                    .mapToObj(i -> people.submit(
                            () -> app.sendStream("telephone", "part", () -> large(form, i, 59_000_000, 40_000_000))
                                    .statusCode()))
                    .toList();
            for (Future<Integer> upload : uploads) assertThat(upload.get()).isEqualTo(201);
        }
        long grown = hub.mostResidentMegabytes() - before;
        System.out.printf("8 uploads of 99 MB at once: at most %d MB more than %d resident%n", grown, before);
        assertThat(grown).isLessThan(MOST_FOR_UPLOADS_MEGABYTES);
        assertThat(new Kept(data).submissions()).hasSize(9);
    }

    @Test
    void whatIsLargerThanTheLimitLeavesNothing() throws Exception {
        Collect app = new Collect(server);
        Collect.BlankForm form = app.fetchForm();
        assertThat(refusal(() -> app.sendStream("telephone", "part", () -> large(form, 1, 61_000_000, 0))))
                .isIn(413, BROKEN_OFF);
        assertThat(refusal(() -> app.sendStream("telephone", "part", () -> large(form, 2, 59_000_000, 59_000_000))))
                .isIn(413, BROKEN_OFF);
        assertThat(new Kept(data).submissions()).isEmpty();
        look("/");
    }

    private void requireAllThereOnce(List<Pour.Report> reports) throws Exception {
        assertThat(new Kept(data).submissions())
                .isEqualTo(reports.stream().collect(Collectors.toMap(Pour.Report::instanceId, Pour.Report::expected)));
    }

    private void look(String path) throws Exception {
        assertThat(browser.send(HttpRequest.newBuilder(URI.create(home + path)).build(), BodyHandlers.discarding())
                        .statusCode())
                .as(path)
                .isEqualTo(200);
    }

    /** A submission of which half has been sent. */
    private Socket sendHalf() throws IOException {
        URI address = URI.create(server + "/submission");
        Socket socket = new Socket("localhost", address.getPort());
        String head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: localhost\r\nX-OpenRosa-Version: 1.0\r\n"
                + "Content-Type: multipart/form-data; boundary=part\r\nContent-Length: 200000\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(Collect.head("part", "xml_submission_file", "text/xml"));
        socket.getOutputStream().write("<data>".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    // Byte by byte, to hold the line for as long as it can.
    private static Void trickle(Socket socket) throws Exception {
        while (true) {
            socket.getOutputStream().write(' ');
            Thread.sleep(100);
        }
    }

    // Without a good-bye, as when a telephone loses its line.
    private static void breakOff(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static final int BROKEN_OFF = -1;

    private interface Sending {
        HttpResponse<String> send() throws Exception;
    }

    // A server that answers before it has read all may close the line while the client still writes.
    private static int refusal(Sending sending) throws Exception {
        try {
            return sending.send().statusCode();
        } catch (IOException brokenOff) {
            return BROKEN_OFF;
        }
    }

    /** A body with two files of noise, made while it is read. */
    private static InputStream large(Collect.BlankForm form, long seed, long first, long second) {
        String xml = form.fill(Collect.newInstanceId(), Map.of("state", "dry", "photo", "a.jpg"));
        return new SequenceInputStream(Collections.enumeration(List.of(
                bytes(Collect.head("part", "xml_submission_file", "text/xml")),
                bytes(xml.getBytes(StandardCharsets.UTF_8)),
                bytes(Collect.head("part", "a.jpg", "image/jpeg")),
                new Noise(seed, first),
                bytes(Collect.head("part", "b.jpg", "image/jpeg")),
                new Noise(seed + 1000, second),
                bytes(Collect.end("part")))));
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** So many random bytes. */
    private static final class Noise extends InputStream {
        private final Random random;
        private long left;

        Noise(long seed, long bytes) {
            this.random = new Random(seed);
            this.left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? random.nextInt(256) : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (left <= 0) return -1;
            byte[] bytes = new byte[(int) Math.min(left, most)];
            random.nextBytes(bytes);
            System.arraycopy(bytes, 0, into, from, bytes.length);
            left -= bytes.length;
            return bytes.length;
        }
    }
}
