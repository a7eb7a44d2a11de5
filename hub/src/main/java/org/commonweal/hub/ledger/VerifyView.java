package org.commonweal.hub.ledger;

import java.util.List;

/** @param key of this hub's own log, "" while there is none */
public record VerifyView(String origin, String key) {
    /** What entries of the log are about: words {@code ledger.verify.type.…}. */
    public static final List<String> TYPES = List.of("finding", "tombstone");

    /** Why the script may refuse a file, and the parts of one that its reasons name: words {@code ledger.reason.…}. */
    public static final List<String> REASONS = List.of(
            "after-end",
            "altered",
            "base64",
            "checkpoint-form",
            "cut-off",
            "decimal",
            "file-long",
            "format",
            "half-pair",
            "hash-length",
            "key-form",
            "key-id",
            "key-kind",
            "key-name",
            "key-point",
            "key-twice",
            "leaf-form",
            "leaf-id",
            "leaf-sha256",
            "leaf-time",
            "leaf-type",
            "leaf-version",
            "member-lacks",
            "member-not-string",
            "member-twice",
            "member-unknown",
            "misfit",
            "no-entry",
            "not-json",
            "not-signed",
            "note-control",
            "note-form",
            "note-long",
            "note-signatures",
            "other-key",
            "other-log",
            "other-root",
            "path-long",
            "path-short",
            "proof-blank",
            "proof-hashes",
            "proof-header",
            "proof-index",
            "signature-empty",
            "signature-form",
            "too-great",
            "utf8",
            "part-document",
            "part-extra",
            "part-file",
            "part-hash",
            "part-index",
            "part-key",
            "part-root",
            "part-signature",
            "part-size",
            "part-version");
}
