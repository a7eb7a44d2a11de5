package org.commonweal.hub.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.EmbeddedPostgres;

/** What a hub holds, read past it from its database and its disk. */
final class Kept {
    private final Path data;

    Kept(Path data) {
        this.data = data;
    }

    static final String STANDING = "standing";

    /** A stored submission: whether it stands, and the digests of its document and of its files. */
    record Submission(String state, String sha256, Set<String> files) {
        /** Of one that was taken back nothing is kept that could be told. */
        static final Submission WITHDRAWN = new Submission("withdrawn", "", Set.of());

        /** The same after a correction of it came. */
        Submission replaced() {
            return new Submission("replaced", sha256, files);
        }
    }

    /**
     * Every submission by its identifier, as the hub tells it.
     *
     * <p>Fails when one stands there twice, was replaced or taken back twice, or names a file that is not there whole: a
     * photo comes with its answers.
     */
    Map<String, Submission> submissions() throws Exception {
        Map<String, Submission> found = new HashMap<>();
        each("""
                select instance_id, encode(sha256, 'hex'), xml,
                  case when state = 'withdrawn' then state when replaced then 'replaced' else 'standing' end
                from campaigns.submission""", row -> {
            Submission earlier = found.put(row.getString(1), submission(row));
            assertThat(earlier).as("%s stands there twice", row.getString(1)).isNull();
        });
        each("""
                select s.instance_id from campaigns.submission s
                where (select count(*) from campaigns.submission r where r.replaces = s.id) > 1
                  or (select count(*) from campaigns.step t where t.submission_id = s.id and t.verb = 'withdrawn') > 1""", row -> fail("%s was replaced or taken back twice", row.getString(1)));
        each("""
                select s.instance_id, s.xml, a.name, f.scope, coalesce(encode(f.sha256, 'hex'), ''), f.size_bytes
                from campaigns.submission s left join campaigns.attachment a on a.submission_id = s.id
                left join frame.file f on f.id = a.file_id""", row -> {
            String instance = row.getString(1);
            if (row.getString(3) != null) found.get(instance).files().add(requireWhole(instance, row));
            else if (!found.get(instance).equals(Submission.WITHDRAWN))
                assertThat(row.getString(2))
                        .as("%s has the file that it names", instance)
                        .contains("<photo/>");
        });
        return found;
    }

    private static Submission submission(ResultSet row) throws SQLException {
        String xml = row.getString(3);
        if (row.getString(4).equals(Submission.WITHDRAWN.state())) {
            assertThat(xml).as(row.getString(1)).isEmpty();
            return new Submission(row.getString(4), "", new HashSet<>());
        }
        assertThat(sha256(xml.getBytes(StandardCharsets.UTF_8)))
                .as(row.getString(1))
                .isEqualTo(row.getString(2));
        return new Submission(row.getString(4), row.getString(2), new HashSet<>());
    }

    private String requireWhole(String instance, ResultSet row) throws SQLException {
        assertThat(row.getString(5)).as("%s has no file", instance).isNotEmpty();
        Path file = data.resolve("files")
                .resolve(row.getString(4))
                .resolve(row.getString(5).substring(0, 2))
                .resolve(row.getString(5));
        try {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(sha256(bytes)).as("%s of %s", file, instance).isEqualTo(row.getString(5));
            assertThat((long) bytes.length).isEqualTo(row.getLong(6));
        } catch (IOException unreadable) {
            throw new AssertionError(instance + " names a file that cannot be read", unreadable);
        }
        return row.getString(5);
    }

    /** Every published version as {@code id/version}. */
    List<String> versions() throws Exception {
        List<String> versions = new ArrayList<>();
        each(
                "select finding_id, version from evidence.version",
                row -> versions.add(row.getString(1) + "/" + row.getInt(2)));
        return versions;
    }

    private interface Reading {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, Reading reading) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.join(data, FreshData.BINARIES);
                Connection connection = Connections.open(postgres.address());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) reading.take(rows);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
