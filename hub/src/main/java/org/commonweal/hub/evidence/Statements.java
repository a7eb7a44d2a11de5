package org.commonweal.hub.evidence;

import java.util.UUID;
import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Making findings for who has no form to fill in: prepared, looked at and published as on the pages, by whoever is signed
 * in and may.
 *
 * <p>Example: {@code statements.publish(statements.prepare(campaign.ref(), spec, "en", title, limitations))}.
 */
@Component
public class Statements {
    private final Sources sources;
    private final Drafts drafts;
    private final Composer composer;
    private final Publishing publishing;
    private final Findings findings;
    private final Rights rights;

    Statements(
            Sources sources,
            Drafts drafts,
            Composer composer,
            Publishing publishing,
            Findings findings,
            Rights rights) {
        this.sources = sources;
        this.drafts = drafts;
        this.composer = composer;
        this.publishing = publishing;
        this.findings = findings;
        this.rights = rights;
    }

    /** Keeps a draft of a finding; its preview is under {@code /findings/drafts/<id>}. */
    @Transactional
    public UUID prepare(ThingRef source, Spec spec, String language, String title, String limitations) {
        Description described = sources.get(source);
        require(described.organisation());
        Draft draft = new Draft(
                Ids.next(), null, 0, described.organisation(), source, spec, language, title, limitations, "", null);
        drafts.begin(draft);
        return draft.id();
    }

    /**
     * Publishes a draft as it stands with the data of now.
     *
     * @return the finding's path
     * @throws Refusal (409) when nothing of it may be published
     */
    @Transactional
    public String publish(UUID draft) {
        Draft kept = drafts.get(draft);
        require(kept.organisation());
        sources.prepare(kept.source());
        return publishing
                .publish(draft, composer.compose(kept).seen())
                .orElseThrow(() -> Refusal.conflict("The data changed at this moment. Publish it once more."))
                .path();
    }

    /** Publishes the next version of a finding: the same question and words, asked of the data of now. */
    @Transactional
    public void correct(UUID finding, String reason) {
        Finding standing = findings.find(finding).orElseThrow(Refusal::notFound);
        require(standing.organisation());
        Draft draft = Corrections.begin(standing).because(reason);
        drafts.put(draft);
        publish(draft.id());
    }

    @Transactional
    public void withdraw(UUID finding, String reason) {
        require(findings.find(finding).orElseThrow(Refusal::notFound).organisation());
        publishing.withdraw(finding, reason);
    }

    private void require(UUID organisation) {
        rights.require(DraftPages.PERMISSION, Scope.organisation(organisation));
    }
}
