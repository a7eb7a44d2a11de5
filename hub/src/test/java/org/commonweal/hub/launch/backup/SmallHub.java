package org.commonweal.hub.launch.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.commonweal.hub.frame.database.Rooms;
import org.commonweal.hub.launch.place.Lines;
import org.commonweal.hub.launch.place.Surroundings;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.note.SignerKey;

/** A hub's data without the hub: migrated, with rows, files and a public log, all small but awkward. */
final class SmallHub {
    static final char[] PASSPHRASE = "five random words are good".toCharArray();
    static final SignerKey LOG_KEY = signerKey();

    /** The second of the two people, for who wants to leave. */
    static final String GONE = "00000000-0000-7000-8000-000000000002";

    private SmallHub() {}

    static Path make() throws Exception {
        Path data = FreshData.make();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, FreshData.BINARIES)) {
            Rooms.migrate(postgres.address());
            execute(postgres.address(), """
                    insert into frame.audit (actor, action, thing, detail)
                      select 'hub', 'tried', 'thing', E'a\\tb\\\\c\\nd «\\u0645\\u0631\\u062D\\u0628\\u0627» ' || n from generate_series(1, 3000) n;
                    insert into ledger.log (number, origin, local, demonstration, after_entry, reason, state, known)
                      values (1, 'hub.example/log', false, false, 0, 'first', 'HELD', 'A checkpoint');
                    insert into frame.spring_session values ('p', 's', 1, 2, 3, 4, 'name');
                    insert into frame.spring_session_attributes values ('p', 'attribute', '\\x00ff0a5c'::bytea);
                    insert into private.mail (id, sealed) values ('00000000-0000-7000-8000-000000000003', '\\x03');
                    insert into accounts.sign_in_link (digest, sealed_email, expires_at)
                      values ('\\x04', '\\x05', now() + interval '30 minutes');
                    insert into campaigns.campaign (id, tail, organisation_id, title, why, use_of_answers, consent, who_can_answer,
                      zone)
                    select '00000000-0000-7000-8000-000000000006', 'tail0006', '00000000-0000-7000-8000-000000000007',
                      words, words, words, words, words, 'UTC' from (values ('{"source": "en", "en": "Wells"}'::jsonb)) t (words);
                    insert into campaigns.submission (id, campaign_id, instance_id, source, observed_at, xml, sha256, answers,
                      delete_after) values
                      ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000006', 'uuid:8', 'web',
                       now(), '<data/>', sha256('x'), '{}', '2099-01-01');
                    insert into private.reply_address values ('00000000-0000-7000-8000-000000000008', '\\x06');
                    insert into frame.file (id, scope, sha256, size_bytes, media_type, name) values
                      ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000005',
                       sha256('\\x00ff0a5c'::bytea), 4, 'image/png', 'a');
                    insert into private.person_key (person_id, sealed_key) values
                      ('00000000-0000-7000-8000-000000000001', '\\x01'), ('00000000-0000-7000-8000-000000000002', '\\x02');
                    """);
        }
        write(data, "keys/hub", "0123456789abcdef0123456789abcdef");
        write(data, "files/scope/ab/abcdef", "x".repeat(100_000));
        write(data, "files/scope/in-1.part", "half written");
        log(data.resolve("tlog/1"));
        return data;
    }

    static Surroundings at(Path data, String... more) {
        List<String> settings =
                new ArrayList<>(List.of("--commonweal.data=" + data, "--commonweal.postgres=" + FreshData.BINARIES));
        settings.addAll(List.of(more));
        return Surroundings.read(settings.toArray(String[]::new));
    }

    static void backup(Path data, Path file, PrintStream out) throws Exception {
        try (Surroundings here = at(data)) {
            new Backup(here, new Lines(out)).write(file, PASSPHRASE);
        }
    }

    static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = Connections.open(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A digest of each table's rows. */
    static Map<String, String> rows(DatabaseAddress address) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = Connections.open(address)) {
            for (Tables.Table table : Tables.list(connection))
                try (Statement statement = connection.createStatement()) {
                    ResultSet row = statement.executeQuery(
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                                    + table.quoted() + " t");
                    row.next();
                    rows.put(table.name(), String.valueOf(row.getString(1)));
                }
        }
        return rows;
    }

    private static void log(Path folder) throws Exception {
        Files.createDirectories(folder);
        try (Log log = Log.create(folder, LOG_KEY)) {
            for (int i = 0; i < 300; i++)
                log.append(("{\"n\":" + i + "}").getBytes()).get();
        }
    }

    private static void write(Path data, String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static SignerKey signerKey() {
        try {
            return SignerKey.generate("hub.example/log");
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
