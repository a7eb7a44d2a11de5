package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Statements;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.tlog.LogAudit;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.tiles.TilePath;
import org.commonweal.tlog.tiles.TileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The log as strangers fetch it. */
@HubTest
class ServedLogTest {
    @LocalServerPort
    int port;

    @Autowired
    Published published;

    @Autowired
    Logs logs;

    @Autowired
    LogFolders folders;

    @Autowired
    EntrySearch search;

    @Autowired
    Links links;

    LogClient stranger;
    PlacedEntry entry;

    @BeforeEach
    void publish() {
        stranger = new LogClient("http://localhost:" + port);
        UUID id = published.publish("Served");
        await().until(() -> published.isPlaced(id));
        entry = published.placed(id);
    }

    @Test
    void givesTheCheckpointFreshToAnyone() {
        var answer = stranger.get("/log/checkpoint");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(stranger.get("/log/checkpoint", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    /** For a year under the log's own number; under /log/ another log stands once a new one has begun. */
    @Test
    void givesTilesAndBundlesToKeep() throws Exception {
        TileReader reader = new TileReader(stranger, stranger.size());
        int number = logs.findCurrent().orElseThrow().number();
        Map<String, String> caching =
                Map.of("/log/", "max-age=300, public", "/log/" + number + "/", "max-age=31536000, public, immutable");
        for (int level : new int[] {0, TilePath.ENTRIES}) {
            for (String log : caching.keySet()) {
                var answer = stranger.get(log + reader.pathAt(level, 0));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
                assertThat(answer.headers().firstValue("Cache-Control")).hasValue(caching.get(log));
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .hasValue("*");
            }
        }
    }

    @Test
    void compressesBundlesForWhomTakesThat() throws Exception {
        String path = "/log/" + new TileReader(stranger, stranger.size()).pathAt(TilePath.ENTRIES, 0);
        var answer = stranger.get(path, "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(stranger.get(path).body());
    }

    @Test
    void givesTheKeyLine() throws Exception {
        var answer = stranger.get("/log/key");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(stranger.key().name())
                .isEqualTo(stranger.checkpoint().checkpoint().origin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log/checkpoint", "/log/key"})
    void answersHeadWithTheHeadersAlone(String path) {
        var head = stranger.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(stranger.get(path).headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/0/999",
                "/log/tile/0/000.p/256",
                "/log/tile/0/000.p/0",
                "/log/tile/0/000.p/01",
                "/log/tile/0/0",
                "/log/tile/0/x000/001",
                "/log/tile/8/000",
                "/log/tile/-1/000",
                "/log/tile/entries/x999/x999/x999/x999/x999/999",
                "/log/tile/0/x999/x999/x999/x999/x999/x999/999",
                "/log/tile/",
                "/log/tile/checkpoint",
                "/log/tile/0/%30%30%30",
                "/log/tile/0/000/",
                "/log/99/checkpoint",
                "/log/0/checkpoint"
            })
    void knowsNoOtherPath(String path) {
        var answer = stranger.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/../../keys/log-1",
                "/log/tile/%2e%2e/%2e%2e/keys/log-1",
                "/log/tile/..%2f..%2fkeys%2flog-1",
                "/log/tile/0/000;x=1",
                "/log/tile//0/000",
                "/log/tile/0\\000"
            })
    void leavesItsFolderForNobody(String path) throws Exception {
        var answer = Raw.get(port, path);
        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("PRIVATE");
    }

    @Test
    void doesNotShowTilesThatTheCheckpointDoesNotCover() throws Exception {
        Path files = folders.publicFiles(entry.log());
        long next = stranger.size() + 1;
        Path beyond = files.resolve("tile/0/000.p/" + next);
        Files.write(beyond, new byte[(int) next * 32]);
        try {
            assertThat(stranger.get("/log/tile/0/000.p/" + next).statusCode()).isEqualTo(404);
        } finally {
            Files.delete(beyond);
        }
    }

    @Test
    void isRefusedByAnAuditWhenOneByteOfATileIsFlipped() throws Exception {
        Path tile = folders.publicFiles(entry.log())
                .resolve(new TileReader(stranger, stranger.size()).pathAt(0, 0).toString());
        byte[] whole = Files.readAllBytes(tile);
        byte[] flipped = whole.clone();
        flipped[5] ^= 1;
        Files.write(tile, flipped);
        try {
            assertThat(new LogAudit(stranger, stranger.key()).run(List.of()).problems())
                    .anyMatch(problem -> problem.startsWith("tile/0/000"));
        } finally {
            Files.write(tile, whole);
        }
        assertThat(new LogAudit(stranger, stranger.key()).run(List.of()).problems())
                .isEmpty();
    }

    @Test
    void isReadBySoftwareThatSharesNoCodeWithOurs() throws Exception {
        var checkpoint = Checkpoints.from(stranger.text("/log/checkpoint"));
        assertThat(checkpoint.getOrigin()).isEqualTo(stranger.key().name());
        TileReader reader = new TileReader(stranger, checkpoint.getSize());
        List<byte[]> path = new TreeProofs(reader)
                .inclusion(entry.index(), checkpoint.getSize()).path().stream()
                        .map(Hash::toBytes)
                        .toList();
        byte[] root = Base64.getDecoder().decode(checkpoint.getBase64Hash());
        byte[] leaf = new Hasher().leaf(entry.entry().leaf()).toBytes();
        InclusionProofVerifier.verify(leaf, entry.index(), checkpoint.getSize(), path, root);
    }

    @Test
    void isFoundByDigestIdentifierAndNumber() {
        String digest = entry.entry().sha256();
        for (String words : List.of(digest, entry.entry().document().toString(), "" + entry.index()))
            assertThat(stranger.text("/log/entries?q=" + words)).contains(digest.substring(0, 16));
        assertThat(stranger.text("/log/entries?q=" + "0".repeat(64))).contains("Nothing found");
        assertThat(stranger.text("/log/entries?q=" + "9".repeat(19)))
                .as("a number beyond all logs")
                .contains("Nothing found");
        assertThat(stranger.text("/log/entries.csv?q=" + digest)).contains("finding", digest);
    }

    @Test
    void isListedWithOneQuestionForWhatItsEntriesSpeakOf() {
        UUID other = published.publish("Served too");
        await().until(() -> published.isPlaced(other));
        ThingRef campaign = new ThingRef("campaign", UUID.randomUUID());
        links.put(entry.entry().thing(), "made-from", campaign, "/findings/well-7", "Well 7 is clean");
        links.put(new ThingRef("finding", other), "made-from", campaign, "/findings/well-8", "Well 8 is not");
        List<String> asked = Statements.during(() -> assertThat(stranger.text("/log/entries"))
                .contains("/findings/well-7", "Well 7 is clean", "/findings/well-8", "Well 8 is not"));
        assertThat(asked).filteredOn(sql -> sql.contains("frame.link")).hasSize(1);
    }

    @Test
    void isReadWholeAFewEntriesAtATime() {
        int log = entry.log();
        List<Long> few = new ArrayList<>();
        search.forEach(log, "", 2, placed -> few.add(placed.index()));
        assertThat(few)
                .hasSizeGreaterThan(2)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates()
                .contains(0L, entry.index());
    }
}
