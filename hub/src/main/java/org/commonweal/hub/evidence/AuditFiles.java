package org.commonweal.hub.evidence;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Dataset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a named auditor needs to recompute a version's cells: the key, the digests, and for each row that is still there its
 * place, period and answer. Never for the public: the role «auditor» is given to a person, and each taking is noted with
 * who took it.
 */
@Component
class AuditFiles {
    static final String PERMISSION = "evidence.audit";
    private final Sources sources;
    private final Inputs inputs;
    private final Audit audit;

    AuditFiles(Sources sources, Inputs inputs, Audit audit) {
        this.sources = sources;
        this.inputs = inputs;
        this.audit = audit;
    }

    /**
     * @param root as the document states it: SHA-256 over the sorted digests
     * @param gone rows whose submissions were withdrawn or changed since; their digests are still listed
     */
    record AuditFile(
            UUID finding,
            int version,
            String document,
            String method,
            String key,
            String root,
            long gone,
            List<Line> rows) {}

    /**
     * @param digest HMAC-SHA-256 of {@code sha256} under the key
     * @param contributor a number that tells contributors apart within this file
     * @param answer null when the row is gone
     */
    record Line(
            String digest,
            @Nullable String sha256,
            @Nullable Instant at,
            @Nullable Long contributor,
            String place,
            String subject,
            String period,
            @Nullable String answer) {}

    AuditFile make(Finding finding, Version version) {
        Document document = version.document();
        InputKey key = inputs.key(finding.id(), version.number());
        Dataset.Description source = sources.get(finding.source());
        String asked = document.variable().name();
        Clock clock = new Clock(document.period().clock(), source.zone());
        Map<String, Dataset.Row> rows = new HashMap<>();
        for (Dataset.Row row : sources.rows(source, asked, clock.question())) rows.put(key.row(row.sha256()), row);
        Keys<String> contributors = new Keys<>();
        List<Line> lines = inputs.list(finding.id(), version.number()).stream()
                .map(input -> line(input, rows.get(input.digest()), contributors, asked, clock))
                .toList();
        audit.note("finding.audit-taken", finding.thing(), "version " + version.number());
        return new AuditFile(
                finding.id(),
                version.number(),
                version.sha256(),
                InputKey.METHOD,
                key.hex(),
                InputKey.root(lines.stream().map(Line::digest).toList()),
                lines.stream().filter(line -> line.sha256() == null).count(),
                lines);
    }

    private static Line line(
            Input input, Dataset.@Nullable Row row, Keys<String> contributors, String asked, Clock clock) {
        Where where = input.spot().where();
        String period = input.spot().period();
        if (row == null)
            return new Line(input.digest(), null, null, null, where.place(), where.subject(), period, null);
        return new Line(
                input.digest(),
                HexFormat.of().formatHex(row.sha256()),
                clock.at(row),
                input.contributor().isEmpty() ? null : contributors.of(input.contributor()),
                where.place(),
                where.subject(),
                period,
                asked.isEmpty() ? "" : row.values().getFirst());
    }
}
