package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was asked, in the reader's language where the form has it: its question in three, «clean» in English only. */
@HubTest
class LabelLanguagesTest {
    @Autowired
    Desk desk;

    String path;

    @BeforeEach
    void publish() {
        WellRows wells = WellRows.gather(desk, new double[] {44.8, 20.4}).report(0, 30);
        path = Desk.publish(wells.reviewer(), wells.thing(), WellRows.dirtyByCell());
    }

    @Test
    void aPageSpeaksTheReadersLanguageWhereTheFormDoes() {
        assertThat(page("en")).contains("Share of answers: How is the water of the well? – dirty");
        assertThat(page("fr"))
                .contains("Part des réponses : Comment est l'eau du puits ? – sale")
                .doesNotContain("How is the water");
        assertThat(page("ar")).contains("نسبة الإجابات: كيف ماء البئر؟ – متسخ").doesNotContain("How is the water");
        assertThat(page("es"))
                .as("the form has no Spanish")
                .contains("<bdi lang=\"en\">How is the water of the well?</bdi> – <bdi lang=\"en\">dirty</bdi>");
    }

    @Test
    void theListDoesToo() {
        String source = path.substring(path.lastIndexOf('-') + 1);
        String list = desk.visitor().get("/findings?lang=fr").body();
        String own = list.substring(list.indexOf(source));
        assertThat(own.substring(0, own.indexOf("</li>"))).contains("Comment est l'eau du puits ? – sale");
    }

    @Test
    void theDocumentKeepsAllLanguagesAndOneForEverybody() {
        JsonNode document = JsonMapper.shared().readTree(document());
        assertThat(document.at("/variable/label").asString()).isEqualTo("How is the water of the well?");
        assertThat(document.at("/variable/labels").propertyNames()).containsExactlyInAnyOrder("ar", "en", "fr");
        assertThat(document.at("/statistic/of").asString()).isEqualTo("dirty");
        assertThat(document.at("/statistic/labels/fr").asString()).isEqualTo("sale");
    }

    /** As documents were before they kept labels: read and written they are the same bytes, shown they say their one label. */
    @Test
    void anOlderDocumentIsAsItWas() {
        ObjectNode older = (ObjectNode) JsonMapper.shared().readTree(document());
        ((ObjectNode) older.get("variable")).remove("labels");
        ((ObjectNode) older.get("statistic")).remove("labels");
        byte[] bytes = Canonical.write(older);
        Document read = Canonical.read(bytes, Document.class);
        assertThat(new String(Canonical.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("labels");
        assertThat(Label.in("fr", read.variable().label(), read.variable().labels()))
                .isEqualTo(new Label("How is the water of the well?", ""));
    }

    @Test
    void whoPreparesItChoosesInTheirLanguage() {
        WellRows wells = WellRows.gather(desk, new double[] {44.8, 20.4});
        String form = "/findings/new?from=synthetic:" + wells.thing();
        assertThat(wells.reviewer().get(form + "&lang=fr").body()).contains("Comment est l'eau du puits ?: sale");
        // The reviewer is the one of all tests, and keeps the language chosen last.
        assertThat(wells.reviewer().get(form + "&lang=en").body()).contains("How is the water of the well?: dirty");
    }

    @Test
    void aLabelIsTheReadersElseTheOneForEverybody() {
        Map<String, String> labels = Map.of("fr", "puits", "pt", "poço");
        assertThat(Label.in("fr", "puits", labels)).isEqualTo(new Label("puits", "fr"));
        assertThat(Label.in("pt", "puits", labels)).isEqualTo(new Label("poço", "pt"));
        assertThat(Label.in("es", "puits", labels)).isEqualTo(new Label("puits", "fr"));
    }

    private String page(String language) {
        return desk.visitor().get(path + "?lang=" + language).body();
    }

    private String document() {
        return Desk.document(desk.visitor(), path, 1);
    }
}
