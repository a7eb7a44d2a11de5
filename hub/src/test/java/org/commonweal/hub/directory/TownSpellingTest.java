package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an import wrote without accents does not take them from what a person types, and both are one town. */
@HubTest
class TownSpellingTest {
    @LocalServerPort
    int port;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    // Countries that no other test fills, with a town as an import leaves it.
    @BeforeEach
    void imported() {
        jdbc.sql("insert into directory.place (country, name, spellings, latitude, longitude, source) values"
                        + " ('MD', 'Chisinau', '{Kishinev}', 47.0, 28.9, 'test'), ('MD', 'Bălți', '{}', 47.8, 27.9, 'test')"
                        + " on conflict do nothing")
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "Chișinău, Chișinău",
        "Chisinau, Chisinau",
        "chisinau, Chisinau",
        "CHIȘINĂU, Chișinău",
        "chișinău, Chișinău",
        "CHISINAU, Chisinau",
        "BĂLȚI, Bălți",
        "Kishinev, Chisinau",
        "Balti, Bălți",
        "Orhei, Orhei",
    })
    void keepsTheAccentsThatWereTyped(String typed, String kept) {
        assertThat(places.fold("MD", typed)).isEqualTo(kept);
    }

    @Test
    void isOneTownWithItsAccentsAndWithout() {
        organisation("Readers of the Bîc", "Chișinău");
        organisation("Walkers along the Bic", "Chisinau");
        // As it came before what is typed was brought to its capitals.
        organisation("Friends of the Bîc", "CHIȘINĂU");
        assertThat(places.listTowns("MD"))
                .filteredOn(town -> town.name().startsWith("Chi"))
                .containsExactly(new Places.Town("Chișinău", 3, 0));
        for (String place : new String[] {"Chi%C8%99in%C4%83u", "Chisinau"})
            assertThat(new Visitor(port)
                            .get("/organisations?country=MD&place=" + place)
                            .body())
                    .as(place)
                    .contains("Readers of the Bîc", "Walkers along the Bic");
    }

    private void organisation(String name, String place) {
        UUID id = Ids.next();
        jdbc.sql("insert into directory.organisation (id, tail, name, country, place, accepted_at)"
                        + " values (:id, :tail, :name, 'MD', :place, now())")
                .param("id", id)
                .param("tail", Ids.tail(id))
                .param("name", name)
                .param("place", place)
                .update();
    }
}
