package org.commonweal.hub.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** A version's files: the document exactly as it was hashed, its cells as CSV and GeoJSON, and what auditors need. */
@Controller
@Access(Access.Who.ANYONE)
class FindingApi {
    private final Findings findings;
    private final Versions versions;
    private final AuditFiles audits;
    private final Rights rights;
    private final JsonMapper json;

    FindingApi(Findings findings, Versions versions, AuditFiles audits, Rights rights, JsonMapper json) {
        this.findings = findings;
        this.versions = versions;
        this.audits = audits;
        this.rights = rights;
        this.json = json;
    }

    @GetMapping("/findings/{address}/v/{number}/finding.json")
    ResponseEntity<byte[]> document(
            @PathVariable String address, @PathVariable int number, HttpServletRequest request) {
        return document(findings.get(address), number, request);
    }

    /** The latest version by identifier: a tombstone when it was withdrawn. */
    @GetMapping("/api/v1/findings/{id}")
    ResponseEntity<byte[]> latest(@PathVariable UUID id, HttpServletRequest request) {
        Finding finding = findings.find(id).orElseThrow(Refusal::notFound);
        return document(finding, finding.version(), request);
    }

    @GetMapping("/api/v1/findings/{id}/versions/{number}")
    ResponseEntity<byte[]> version(@PathVariable UUID id, @PathVariable int number, HttpServletRequest request) {
        return document(findings.find(id).orElseThrow(Refusal::notFound), number, request);
    }

    @GetMapping("/findings/{address}/v/{number}/cells.csv")
    void csv(@PathVariable String address, @PathVariable int number, HttpServletResponse response) throws IOException {
        Finding finding = findings.get(address);
        Document document = standing(finding, number).document();
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(finding, number, "csv"));
        CellFiles.csv(document, response.getWriter());
    }

    @GetMapping("/findings/{address}/v/{number}/cells.geojson")
    ResponseEntity<byte[]> geoJson(@PathVariable String address, @PathVariable int number) {
        Finding finding = findings.get(address);
        Document document = standing(finding, number).document();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(finding, number, "geojson"))
                .body(json.writeValueAsBytes(CellFiles.geoJson(document)));
    }

    /** The latest version's; of an earlier one under {@code /v/…}. */
    @GetMapping("/findings/{address}/audit.json")
    @Access(Access.Who.CHECKED_INSIDE)
    ResponseEntity<byte[]> audit(@PathVariable String address) {
        Finding finding = findings.get(address);
        return audit(finding, finding.version());
    }

    @GetMapping("/findings/{address}/v/{number}/audit.json")
    @Access(Access.Who.CHECKED_INSIDE)
    ResponseEntity<byte[]> auditOf(@PathVariable String address, @PathVariable int number) {
        return audit(findings.get(address), number);
    }

    private ResponseEntity<byte[]> audit(Finding finding, int number) {
        rights.require(AuditFiles.PERMISSION, Scope.organisation(finding.organisation()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(finding, number, "audit.json"))
                .body(json.writeValueAsBytes(audits.make(finding, standing(finding, number))));
    }

    private ResponseEntity<byte[]> document(Finding finding, int number, HttpServletRequest request) {
        String digest = versions.getDigest(finding.id(), number);
        // Of a withdrawn finding the tombstone is left, its latest version.
        if (number != finding.version()) requireStanding(finding);
        boolean known = new ServletWebRequest(request).checkNotModified(digest);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag("\"" + digest + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(finding, number, "json"));
        return known
                ? answer.build()
                : answer.body(versions.get(finding.id(), number).bytes());
    }

    /** @throws Refusal (410) when the finding was withdrawn, (404) when there is no such version */
    private Version standing(Finding finding, int number) {
        Version version = versions.get(finding.id(), number);
        requireStanding(finding);
        return version;
    }

    private static void requireStanding(Finding finding) {
        if (finding.isWithdrawn()) throw new Refusal(HttpStatus.GONE, "This finding was withdrawn.");
    }

    private static String attachment(Finding finding, int number, String ending) {
        return "attachment; filename=\"" + finding.address() + "-v" + number + "." + ending + "\"";
    }
}
