package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CollectSettingsTest {
    @Test
    void cutsALongNameBetweenCharactersAndNotWithinOne() throws Exception {
        assertThat(named("a".repeat(59) + "🌍" + "b")).isEqualTo("a".repeat(59) + "🌍");
        assertThat(named("🌍".repeat(61))).isEqualTo("🌍".repeat(60));
        assertThat(named("🌍".repeat(60))).isEqualTo("🌍".repeat(60));
        assertThat(named("Wells")).isEqualTo("Wells");
    }

    private static String named(String project) throws Exception {
        byte[] packed = Base64.getDecoder().decode(CollectSettings.of("https://hub.example/openrosa/token", project));
        try (var json = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return JsonMapper.shared().readTree(json).at("/project/name").asString();
        }
    }
}
