package org.commonweal.hub.campaigns.owner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ODK Collect reads from a QR code to set a project up: JSON, deflated by zlib, in Base64 (ODK documentation,
 * «Configuring Collect with QR codes»).
 */
final class CollectSettings {
    private static final int LONGEST_NAME = 60;

    private CollectSettings() {}

    /** @param server such as {@code https://hub.example/openrosa/<token>} */
    static String of(String server, String project) {
        // By whole characters: half of a pair, as one of an emoji, is no text.
        String name = project.codePointCount(0, project.length()) <= LONGEST_NAME
                ? project
                : project.substring(0, project.offsetByCodePoints(0, LONGEST_NAME));
        String json = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "general", Map.of("server_url", server, "form_update_mode", "match_exactly"),
                        "admin", Map.of(),
                        "project", Map.of("name", name)));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
