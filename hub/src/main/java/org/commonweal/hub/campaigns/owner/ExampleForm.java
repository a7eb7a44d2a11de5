package org.commonweal.hub.campaigns.owner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A small form to begin from, with a question of each common kind. */
final class ExampleForm {
    private ExampleForm() {}

    static byte[] xlsx() {
        try (InputStream drawing = ExampleForm.class.getResourceAsStream("/campaigns/example-form.txt")) {
            return Spreadsheet.of(new String(Objects.requireNonNull(drawing).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fromTheClassPath) {
            throw new UncheckedIOException(fromTheClassPath);
        }
    }
}
