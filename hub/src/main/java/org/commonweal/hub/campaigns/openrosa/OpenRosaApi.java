package org.commonweal.hub.campaigns.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.campaigns.intake.DailyRoom;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The protocol's addresses, each with the token in the path and without. */
@RestController
@Access(Access.Who.CHECKED_INSIDE)
class OpenRosaApi {
    private static final int MOST_PER_TOKEN = 50_000;
    private static final Duration TOKEN_PERIOD = Duration.ofMinutes(10);

    private final Door door;
    private final Campaigns campaigns;
    private final Forms forms;
    private final Files files;
    private final Limits limits;
    private final DailyRoom room;
    private final Receiving receiving;

    OpenRosaApi(
            Door door,
            Campaigns campaigns,
            Forms forms,
            Files files,
            Limits limits,
            DailyRoom room,
            Receiving receiving) {
        this.door = door;
        this.campaigns = campaigns;
        this.forms = forms;
        this.files = files;
        this.limits = limits;
        this.room = room;
        this.receiving = receiving;
    }

    @GetMapping({"/openrosa/formList", "/openrosa/{token}/formList"})
    ResponseEntity<String> formList(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String formID) {
        Campaign campaign = campaigns.recall(door.enter(request, token).campaign());
        List<ServedForm> open = campaign.isOpen()
                ? forms.findCurrent(campaign.id()).stream()
                        .filter(form -> formID.isEmpty() || form.formId().equals(formID))
                        .toList()
                : List.of();
        return answer(HttpStatus.OK, OpenRosaXml.formList(open, base(request), door.carried(request, token)));
    }

    @GetMapping({"/openrosa/forms/{form}.xml", "/openrosa/{token}/forms/{form}.xml"})
    ResponseEntity<String> form(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String token,
            @PathVariable UUID form) {
        Tokens.Token entered = door.enter(request, token);
        ServedForm found = forms.find(form)
                .filter(one -> one.campaign().equals(entered.campaign()))
                .orElseThrow(() -> new OpenRosaFault(HttpStatus.NOT_FOUND, "There is no such form here."));
        return answer(HttpStatus.OK, found.xform());
    }

    @GetMapping({"/openrosa/manifest", "/openrosa/{token}/manifest"})
    ResponseEntity<String> manifest(
            HttpServletRequest request, @PathVariable(required = false) @Nullable String token) {
        door.enter(request, token);
        return answer(HttpStatus.OK, OpenRosaXml.manifest());
    }

    @RequestMapping(
            value = {"/openrosa/submission", "/openrosa/{token}/submission"},
            method = RequestMethod.HEAD)
    ResponseEntity<Void> announce(HttpServletRequest request, @PathVariable(required = false) @Nullable String token) {
        door.enter(request, token);
        return ResponseEntity.noContent().headers(OpenRosaAnswer.protocol()).build();
    }

    @PostMapping({"/openrosa/submission", "/openrosa/{token}/submission"})
    ResponseEntity<String> submit(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String deviceID)
            throws IOException {
        Tokens.Token entered = door.enter(request, token);
        limits.require("submissions", entered.id() + deviceID, MOST_PER_TOKEN, TOKEN_PERIOD);
        Campaign campaign = campaigns.recall(entered.campaign());
        receiving.requireOpen(campaign);
        LongConsumer kept = room.enterWithToken(entered.id().toString(), request.getContentLengthLong());
        Upload upload =
                Upload.read(request, campaign.organisation(), files, xml -> receiving.check(campaign, xml), kept);
        return answer(HttpStatus.CREATED, receiving.receive(campaign, entered, deviceID, upload, site(request)));
    }

    @ExceptionHandler
    ResponseEntity<String> fault(OpenRosaFault fault) {
        ResponseEntity<String> answer = answer(fault.status(), OpenRosaXml.refused(fault.getMessage()));
        if (fault.status() != HttpStatus.UNAUTHORIZED) return answer;
        return ResponseEntity.status(fault.status())
                .headers(answer.getHeaders())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"campaign\", charset=\"UTF-8\"")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<String> refusal(Refusal refusal) {
        return answer(refusal.status(), OpenRosaXml.refused(refusal.getMessage()));
    }

    /** An address whose parts can't be read is the address of nothing. */
    @ExceptionHandler
    ResponseEntity<String> unreadable(MethodArgumentTypeMismatchException part) {
        return answer(HttpStatus.NOT_FOUND, OpenRosaXml.refused("There is no such form here."));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String xml) {
        return OpenRosaAnswer.of(status.value(), xml);
    }

    private static String site(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    // The address as this client reaches us, with a token of the path: what it asked, without the last word. Not the
    // public one where that is set: clients follow what they are told, and one on the hub's own network may reach the
    // hub here alone, as while the village has no line to the outside. A proxy keeps «Host» (docs/operations.md), so
    // that who comes by the public address is told that.
    private static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.lastIndexOf('/'));
    }
}
