package org.commonweal.hub.ledger;

import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The proof file of a published document, to check without this hub. */
@RestController
@Access(Access.Who.ANYONE)
class ProofApi {
    private final EntrySearch search;
    private final Proofs proofs;
    private final Pages pages;

    ProofApi(EntrySearch search, Proofs proofs, Pages pages) {
        this.search = search;
        this.proofs = proofs;
        this.pages = pages;
    }

    @GetMapping("/log/proof/{document}/{version:[1-9][0-9]{0,8}}")
    ResponseEntity<byte[]> proof(@PathVariable UUID document, @PathVariable long version) {
        PlacedEntry placed = search.listOf(document).stream()
                .filter(one -> one.entry().version() == version)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!placed.isPlaced())
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "This document waits for its place in the public log. Try again in a moment.");
        byte[] file = find(placed)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.GONE,
                        "This document was withdrawn, so there is no proof file for it. Its entry stays in the log."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(placed.entry()))
                .body(file);
    }

    private Optional<byte[]> find(PlacedEntry placed) {
        try {
            return proofs.find(placed);
        } catch (Proofs.DamagedLogException damaged) {
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, pages.page().t("ledger.proof.damaged"));
        }
    }

    private static String attachment(Entry entry) {
        return ContentDisposition.attachment()
                .filename("%s-%s-v%d.proof.json".formatted(entry.type(), Ids.tail(entry.document()), entry.version()))
                .build()
                .toString();
    }
}
