package org.commonweal.hub.campaigns.owner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.xlsform.form.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * That a campaign's figures speak of things takes two people: one who asks, and another who agrees for the hub. Whoever
 * asks can give roles within their organisation, to a second browser of their own too; so those roles don't count here,
 * and whoever holds one can't agree: the one who asks may be they.
 */
@Component
class Approvals {
    static final String PROTECT = "campaign.protect";

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Forms forms;
    private final FormModels models;
    private final Rights rights;
    private final Audit audit;

    Approvals(JdbcClient jdbc, Campaigns campaigns, Forms forms, FormModels models, Rights rights, Audit audit) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.forms = forms;
        this.models = models;
        this.rights = rights;
        this.audit = audit;
    }

    /** Notes who asks, unless the same was asked before. */
    void ask(Campaign before, Campaign after) {
        if (!after.protection().things() || sameAsked(before.protection(), after.protection())) return;
        jdbc.sql("update campaigns.campaign set unit_asked_by = :person, unit_approved_by = null,"
                        + " unit_refused_reason = null where id = :id")
                .param("person", Actor.requirePerson())
                .param("id", after.id())
                .update();
        audit.note("campaign.things-asked", after.ref());
    }

    private static boolean sameAsked(Campaign.Protection before, Campaign.Protection after) {
        return before.things()
                && before.reason().equals(after.reason())
                && before.subject().equals(after.subject());
    }

    /** Whether whoever asks now may agree for the hub, to what others ask. */
    boolean mayAgree() {
        return rights.has(PROTECT, Scope.HUB);
    }

    /** Those that wait for whoever asks now; their own too, so that they see that another must look. */
    List<Campaign> listWaiting() {
        boolean agrees = mayAgree();
        return jdbc
                .sql("select id from campaigns.campaign where unit = 'things' and unit_approved_at is null"
                        + " and unit_refused_reason is null order by id")
                .query(UUID.class)
                .list()
                .stream()
                .map(campaigns::get)
                .filter(campaign -> agrees || rights.has(Desk.EDIT, campaign.scope()))
                .toList();
    }

    /** What it asks now, which is part of what is agreed to; none while it has no form. */
    Optional<Form> findAsked(Campaign campaign) {
        // A sheet without a title is called after its file, which only whoever read it first knew.
        return forms.findCurrent(campaign.id())
                .map(current -> models.get(current.id()).titled(current.title()));
    }

    /** Takes the approval away when the form that is made asks something else than what was agreed to. */
    @Transactional
    public void reopen(Campaign campaign, Form made) {
        hold(campaign);
        int reopened = jdbc.sql("""
                        update campaigns.campaign set unit_approved_by = null, unit_approved_at = null
                        where id = :id and unit_approved_at is not null
                          and unit_approved_questions is distinct from :questions""")
                .param("id", campaign.id())
                .param("questions", Asked.digest(made))
                .update();
        if (reopened > 0) audit.note("campaign.things-reopened", campaign.ref());
    }

    // A form made at the moment of the approval would be agreed to unread.
    private void hold(Campaign campaign) {
        jdbc.sql("select id from campaigns.campaign where id = :id for update")
                .param("id", campaign.id())
                .query(UUID.class)
                .single();
    }

    /**
     * Agrees to what was read.
     *
     * @param reason and subject and questions ({@link Asked#digest}) as they stood on the page: what was changed meanwhile
     *     is not agreed to
     * @throws Refusal (403) without the permission on the hub, or by the one who asked, or with a role in the asking organisation; (409) when there is nothing such to approve
     */
    @Transactional
    public void approve(Campaign campaign, String reason, String subject, String questions) {
        UUID person = requireAnother(campaign);
        hold(campaign);
        Form asked = findAsked(campaign)
                .orElseThrow(() -> Refusal.conflict(
                        "This campaign has no form yet. What it asks is part of what you" + " agree to."));
        if (!Asked.digest(asked).equals(questions)) throw otherQuestions();
        int approved = jdbc.sql("""
                        update campaigns.campaign set unit_approved_by = :person, unit_approved_at = now(),
                          unit_approved_questions = :questions
                        where id = :id and unit = 'things' and unit_approved_at is null and unit_refused_reason is null
                          and unit_reason = :reason and subject = :subject""")
                .param("person", person)
                .param("id", campaign.id())
                .param("reason", reason)
                .param("subject", subject)
                .param("questions", questions)
                .update();
        if (approved == 0) throw notAsRead();
        audit.note("campaign.things-approved", campaign.ref());
    }

    /**
     * Refuses what was read, until those who asked change it or ask again.
     *
     * @param reason and subject and questions as for {@link #approve}, but {@code questions} "" when it had no form
     * @param words why, for those who asked
     * @throws Refusal as {@link #approve}
     */
    @Transactional
    public void refuse(Campaign campaign, String reason, String subject, String questions, String words) {
        requireAnother(campaign);
        hold(campaign);
        if (!findAsked(campaign).map(Asked::digest).orElse("").equals(questions)) throw otherQuestions();
        int refused = jdbc.sql("""
                        update campaigns.campaign set unit_refused_reason = :words
                        where id = :id and unit = 'things' and unit_approved_at is null and unit_refused_reason is null
                          and unit_reason = :reason and subject = :subject""")
                .param("words", words)
                .param("id", campaign.id())
                .param("reason", reason)
                .param("subject", subject)
                .update();
        if (refused == 0) throw notAsRead();
        audit.note("campaign.things-refused", campaign.ref());
    }

    /** Why it may not speak of things; none while it waits, and where it does not ask to. */
    Optional<String> findRefusal(Campaign campaign) {
        return jdbc.sql("select unit_refused_reason from campaigns.campaign where id = :id and unit = 'things'"
                        + " and unit_refused_reason is not null")
                .param("id", campaign.id())
                .query(String.class)
                .optional();
    }

    /**
     * Asks again for what was refused, such as with other questions; whoever does is the one who asks now. Who may is the
     * caller's to check.
     *
     * @throws Refusal (409) when it was not refused
     */
    @Transactional
    public void askAgain(Campaign campaign) {
        int asked = jdbc.sql("""
                        update campaigns.campaign set unit_refused_reason = null, unit_asked_by = :person
                        where id = :id and unit = 'things' and unit_refused_reason is not null""")
                .param("person", Actor.requirePerson())
                .param("id", campaign.id())
                .update();
        if (asked == 0) throw Refusal.conflict("Nobody refused what this campaign asks for.");
        audit.note("campaign.things-asked", campaign.ref());
    }

    private static Refusal otherQuestions() {
        return Refusal.conflict("The questions are not those that you read. Look at them once more.");
    }

    private static Refusal notAsRead() {
        return Refusal.conflict("This campaign does not ask any more for what you read: its reason or its subject was"
                + " changed, or somebody else agreed or refused first. Look at it once more.");
    }

    private UUID requireAnother(Campaign campaign) {
        if (!mayAgree())
            throw Refusal.forbidden(
                    "Only somebody with a role on the whole hub can agree: an administrator, or an editor or"
                            + " reviewer whom an administrator invited.");
        UUID person = Actor.requirePerson();
        if (askedBy(campaign, person))
            throw Refusal.forbidden("You asked for this yourself. A second person has to agree that these figures speak"
                    + " of things and not of people.");
        if (belongs(campaign, person))
            throw Refusal.forbidden(
                    "You have a role in the organisation that asks for this. Somebody who has none there"
                            + " has to agree that these figures speak of things and not of people.");
        return person;
    }

    /** Whether somebody has a role in the asking organisation: its editors could ask by a second account of their own. */
    boolean belongs(Campaign campaign, UUID person) {
        return rights.listFor(new Actor(Actor.PERSON, person)).stream()
                .anyMatch(grant -> grant.scope().equals(campaign.scope()));
    }

    boolean askedBy(Campaign campaign, UUID person) {
        return jdbc.sql("select coalesce(unit_asked_by = :person, false) from campaigns.campaign where id = :id")
                .param("person", person)
                .param("id", campaign.id())
                .query(Boolean.class)
                .single();
    }
}
