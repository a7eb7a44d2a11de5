package org.commonweal.hub.campaigns.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.xlsform.XlsForm;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Identity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The third step: a spreadsheet comes in, all its faults are told at once, else it is a new version. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class FormPages {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Pages pages;
    private final Desk desk;
    private final Forms forms;
    private final FormMaking making;

    FormPages(Pages pages, Desk desk, Forms forms, FormMaking making) {
        this.pages = pages;
        this.desk = desk;
        this.forms = forms;
        this.making = making;
    }

    @GetMapping("/campaigns/{address}/form")
    View show(@PathVariable String address) {
        return view(desk.require(address), Faults.none(), "", List.of(), List.of());
    }

    @PostMapping("/campaigns/{address}/form")
    View upload(@PathVariable String address, HttpServletRequest request) throws IOException {
        Campaign campaign = desk.require(address);
        Page page = pages.page();
        SheetUpload upload = SheetUpload.read(request);
        if (upload.isEmpty()) return refused(campaign, page.t("campaigns.owner.fault.no-file"));
        if (upload.isTooLarge())
            return refused(campaign, page.t("campaigns.owner.fault.too-large", SheetUpload.LARGEST_MEGABYTES));
        if (campaign.consent().isEmpty()) return refused(campaign, page.t("campaigns.owner.fault.consent-first"));
        XlsForm.Result read = FormMaking.read(upload.bytes(), upload.fileName());
        List<String> told = read.form()
                .map(form -> told(page, form.identity(), making.make(campaign, form, upload.bytes())))
                .orElse(List.of());
        return view(campaign, Faults.none(), upload.fileName(), read.faults(), told);
    }

    @GetMapping("/campaigns/{address}/form/example.xlsx")
    ResponseEntity<byte[]> example(@PathVariable String address) {
        desk.require(address);
        return xlsx("example", ExampleForm.xlsx());
    }

    @GetMapping("/campaigns/{address}/form/{version}.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable String address, @PathVariable UUID version) {
        Campaign campaign = desk.require(address);
        ServedForm form = forms.find(version)
                .filter(found -> found.campaign().equals(campaign.id()))
                .orElseThrow(Refusal::notFound);
        return xlsx(
                form.formId() + "-" + form.version(), forms.findSheet(version).orElseThrow());
    }

    private static ResponseEntity<byte[]> xlsx(String name, byte[] content) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name + ".xlsx", java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }

    private static List<String> told(Page page, Identity asked, ServedForm made) {
        List<String> told = new ArrayList<>();
        told.add(page.t("campaigns.owner.form.made", made.formId(), made.version()));
        if (!asked.id().equals(made.formId())) told.add(page.t("campaigns.owner.form.id-taken", asked.id()));
        if (!asked.version().equals(made.version()))
            told.add(page.t("campaigns.owner.form.version-taken", asked.version()));
        return told;
    }

    private View refused(Campaign campaign, String message) {
        return view(campaign, Faults.none().add("sheet", message), "", List.of(), List.of());
    }

    private View view(Campaign campaign, Faults faults, String fileName, List<Fault> found, List<String> told) {
        Page page = pages.page();
        DeskView head = Desk.view(page, campaign, "form");
        return pages.show(
                "campaigns/owner/form",
                new FormView(
                        head,
                        faults,
                        fileName,
                        SheetFault.list(found.stream().filter(Fault::isError).toList()),
                        SheetFault.list(
                                found.stream().filter(fault -> !fault.isError()).toList()),
                        told,
                        forms.listVersions(campaign.id())));
    }
}
