package org.commonweal.hub.campaigns.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.CampaignRights;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Csv;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.look.Query;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What reviewers take from the table: the files that came along, and the view as CSV. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class ReviewFiles {
    // No question can have a name with a colon: in XML it would name another space of names.
    private static final List<String> SYSTEM =
            List.of("hub:id", "hub:received_at", "hub:observed_at", "hub:state", "hub:source");

    private final Submissions submissions;
    private final Columns columns;
    private final AttachmentFiles attachments;
    private final CampaignRights rights;
    private final Audit audit;

    ReviewFiles(
            Submissions submissions, Columns columns, AttachmentFiles attachments, CampaignRights rights, Audit audit) {
        this.submissions = submissions;
        this.columns = columns;
        this.attachments = attachments;
        this.rights = rights;
        this.audit = audit;
    }

    @GetMapping("/campaigns/{address}/review/{id}/file")
    ResponseEntity<Resource> file(@PathVariable String address, @PathVariable UUID id, @RequestParam String name) {
        Campaign campaign = require(address);
        submissions.find(campaign.id(), id).orElseThrow(Refusal::notFound);
        return attachments.serve(id, name);
    }

    @GetMapping("/campaigns/{address}/review.csv")
    void csv(@PathVariable String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Campaign campaign = require(address);
        List<Column> all = columns.listFor(campaign.id(), "en");
        Wanted wanted = Wanted.of(campaign.id(), Query.of("", request.getParameterMap()), all);
        List<Column> told = columns.listAnswered(campaign.id(), "en");
        audit.note("submissions.downloaded", campaign.ref());
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"submissions.csv\"");
        try (Csv csv = Csv.to(response.getWriter())) {
            List<String> head = new ArrayList<>(SYSTEM);
            told.forEach(column -> head.add(column.path()));
            csv.writeRecord(head);
            submissions.forEach(wanted, row -> csv.writeRecord(record(row, told)));
        }
    }

    private static List<String> record(Submission row, List<Column> all) {
        List<String> record = new ArrayList<>(List.of(
                row.id().toString(),
                row.receivedAt().toString(),
                row.observedAt().toString(),
                row.state(),
                row.source()));
        all.forEach(column -> record.add(row.at(column.path())));
        return record;
    }

    private Campaign require(String address) {
        return rights.require(ReviewPages.PERMISSION, address);
    }
}
