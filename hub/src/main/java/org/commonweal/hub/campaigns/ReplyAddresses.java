package org.commonweal.hub.campaigns;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where contributors asked to be told what became of their reports. The private link lies sealed beside the address: the
 * hub keeps only its digest otherwise, and a letter without it would be of little use.
 */
@Component
public class ReplyAddresses {
    private final JdbcClient jdbc;
    private final Personal personal;
    private final JsonMapper json;

    ReplyAddresses(JdbcClient jdbc, Personal personal, JsonMapper json) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.json = json;
    }

    /** @param language of the pages when the address was given, in which letters are written */
    private record Sealed(String email, String link, String language) {}

    /** @param link the secret of the report's private link */
    public record Reply(UUID submission, String email, Secret link, Locale language) {}

    /** @param link the secret of the report's private link */
    public void put(Secret link, EmailAddress address, Locale language) {
        Sealed content = new Sealed(address.text(), link.text(), language.getLanguage());
        jdbc.sql("""
                        insert into private.reply_address (submission_id, sealed)
                        select id, :sealed from campaigns.submission
                        where link_digest = :link and state <> 'withdrawn'
                        on conflict (submission_id) do update set sealed = excluded.sealed""")
                .param("sealed", personal.sealForHub(json.writeValueAsString(content)))
                .param("link", link.digest())
                .update();
    }

    /** Those among some submissions that left an address. */
    public List<Reply> listFor(Collection<UUID> submissions) {
        return jdbc.sql("select submission_id, sealed from private.reply_address"
                        + " where submission_id = any (:submissions) order by submission_id")
                .param("submissions", submissions.toArray(UUID[]::new))
                .query((row, n) -> {
                    Sealed content = json.readValue(personal.openForHub(row.getBytes(2)), Sealed.class);
                    return new Reply(
                            row.getObject(1, UUID.class),
                            content.email(),
                            new Secret(content.link()),
                            Locale.of(content.language()));
                })
                .list();
    }

    public void forget(Collection<UUID> submissions) {
        jdbc.sql("delete from private.reply_address where submission_id = any (:submissions)")
                .param("submissions", submissions.toArray(UUID[]::new))
                .update();
    }
}
