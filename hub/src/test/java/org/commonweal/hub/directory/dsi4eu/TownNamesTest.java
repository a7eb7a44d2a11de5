package org.commonweal.hub.directory.dsi4eu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TownNamesTest {
    @Test
    void oneNameForOneTown() {
        assertThat(settled("""
                IT Milano 45.4668 9.1905
                IT Milano 45.4668 9.1905
                IT Milan 45.4668 9.1905
                IT ROME 41.8523 12.6309
                IT Roma 41.8933 12.4829
                CZ Praha_7 50.0875 14.4213
                CZ Prague 50.0875 14.4213
                CZ Praha 50.0875 14.4213
                GB ashton_under_lyne 53.4855 -2.1121
                GB Ashton-under-Lyne 53.4855 -2.1121
                GB Hull 53.7446 -0.3363
                GB Hill 50.9000 -1.4000
                BE gent 51.0538 3.7250
                ES SEvilla 37.3886 -5.9953
                FR Lyon 45.7578 4.8320
                US Lyon 45.7578 4.8320
                """)).isEqualTo("""
                IT Milano (Milan)
                IT Roma (ROME)
                CZ Praha (Prague, Praha 7)
                GB Ashton-under-Lyne (ashton under lyne)
                GB Hull ()
                GB Hill ()
                BE Gent (gent)
                ES Sevilla (SEvilla)
                FR Lyon ()
                US Lyon ()
                """);
    }

    @Test
    void foldsToTheNameInWhateverSpelling() {
        TownNames towns = new TownNames();
        towns.add("IT", "Milano", "45.4668", "9.1905");
        towns.add("IT", "Milan", "45.4668", "9.1905");
        towns.settle();
        assertThat(towns.fold("IT", "MILAN"))
                .isEqualTo(towns.fold("IT", "milano"))
                .isEqualTo("Milan");
        assertThat(towns.fold("FR", "Milan")).as("another country's").isEqualTo("Milan");
        assertThat(towns.fold("IT", "BARI")).as("never met").isEqualTo("Bari");
    }

    private static String settled(String met) {
        TownNames towns = new TownNames();
        met.lines()
                .map(line -> line.split(" "))
                .forEach(town -> towns.add(town[0], town[1].replace('_', ' '), town[2], town[3]));
        towns.settle();
        return towns.list().stream()
                .map(town ->
                        town.country() + " " + town.name() + " (" + String.join(", ", town.otherSpellings()) + ")\n")
                .collect(Collectors.joining());
    }
}
