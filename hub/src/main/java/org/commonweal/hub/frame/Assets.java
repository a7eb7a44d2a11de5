package org.commonweal.hub.frame;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files built from {@code web/}, by the name they were written under and the hashed name they are served under. */
@Component
class Assets {
    private final Map<String, String> hashed;

    Assets(JsonMapper json) throws IOException {
        ClassPathResource manifest = new ClassPathResource("static/assets/manifest.json");
        try (InputStream in = manifest.getInputStream()) {
            hashed = Map.copyOf(json.readValue(in, new TypeReference<Map<String, String>>() {}));
        }
    }

    /** @throws IllegalArgumentException when {@code web/} builds no such file */
    String path(String name) {
        String file = hashed.get(name);
        if (file == null)
            throw new IllegalArgumentException("web/ builds no file " + name + "; it builds " + hashed.keySet());
        return "/assets/" + file;
    }
}
