package org.commonweal.hub.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.commonweal.hub.frame.Access;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.tiles.TilePath;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as C2SP clients read it (c2sp.org/tlog-tiles): {@code /log/} is the log that is written, {@code /log/<number>/}
 * any log of this hub, earlier ones too. Anyone may read from any page elsewhere.
 */
@RestController
@Access(Access.Who.ANYONE)
class LogApi {
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    // Tiles and bundles never change under their name, partial ones included; the specification asks for long caching.
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    // Under /log/ another log stands once a new one has begun.
    private static final CacheControl WHILE_IT_IS_WRITTEN =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Logs logs;
    private final LogFolders folders;

    LogApi(Logs logs, LogFolders folders) {
        this.logs = logs;
        this.folders = folders;
    }

    @GetMapping({"/log/checkpoint", "/log/{number:[1-9][0-9]{0,5}}/checkpoint"})
    ResponseEntity<byte[]> checkpoint(@PathVariable Optional<Integer> number) throws IOException {
        Optional<LogRow> log = find(number);
        if (log.isEmpty()) return nothing();
        Optional<SignedCheckpoint> checkpoint =
                new PublicLog(folders.publicFiles(log.get().number())).findCheckpoint();
        if (checkpoint.isEmpty()) return nothing();
        return answer(PLAIN, CacheControl.noCache(), checkpoint.get().toBytes());
    }

    /** The key may be replaced with the log, so it is not kept long. */
    @GetMapping({"/log/key", "/log/{number:[1-9][0-9]{0,5}}/key"})
    ResponseEntity<byte[]> key(@PathVariable Optional<Integer> number) {
        Optional<String> key = find(number).flatMap(LogRow::findKey);
        if (key.isEmpty()) return nothing();
        byte[] line = (key.get() + "\n").getBytes(StandardCharsets.UTF_8);
        return answer(PLAIN, WHILE_IT_IS_WRITTEN, line);
    }

    @GetMapping({"/log/tile/**", "/log/{number:[1-9][0-9]{0,5}}/tile/**"})
    ResponseEntity<byte[]> tile(@PathVariable Optional<Integer> number, HttpServletRequest request) throws IOException {
        Optional<LogRow> log = find(number);
        Optional<TilePath> path = findPath(request);
        if (log.isEmpty() || path.isEmpty()) return nothing();
        Optional<byte[]> tile = new PublicLog(folders.publicFiles(log.get().number())).findTile(path.get());
        if (tile.isEmpty()) return nothing();
        CacheControl caching = number.isPresent() ? FOREVER : WHILE_IT_IS_WRITTEN;
        boolean entries = path.get().level() == TilePath.ENTRIES;
        return entries && takesGzip(request)
                ? gzipped(caching, tile.get())
                : answer(MediaType.APPLICATION_OCTET_STREAM, caching, tile.get());
    }

    private Optional<LogRow> find(Optional<Integer> number) {
        return number.isPresent() ? logs.find(number.get()) : logs.findCurrent();
    }

    /** From the address as it was sent, not decoded: a path has one spelling, and only what a log writes is looked up. */
    private static Optional<TilePath> findPath(HttpServletRequest request) {
        String uri = request.getRequestURI();
        try {
            return Optional.of(TilePath.parse(uri.substring(uri.indexOf("/tile/") + 1)));
        } catch (LogFormatException nonsense) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> answer(MediaType type, CacheControl caching, byte[] body) {
        return open(HttpStatus.OK)
                .contentType(type)
                .cacheControl(caching)
                .eTag(DigestUtils.md5DigestAsHex(body))
                .body(body);
    }

    /** Entries shrink to a third, so they go compressed to whom takes that; hashes do not shrink. */
    private static ResponseEntity<byte[]> gzipped(CacheControl caching, byte[] body) {
        return open(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(caching)
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .eTag(DigestUtils.md5DigestAsHex(body) + "-gzip")
                .body(gzip(body));
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> nothing() {
        return open(HttpStatus.NOT_FOUND)
                .contentType(PLAIN)
                .cacheControl(CacheControl.noCache())
                .body("There is no such file in this log.\n".getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity.BodyBuilder open(HttpStatus status) {
        return ResponseEntity.status(status).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
