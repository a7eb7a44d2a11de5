package org.commonweal.hub.directory.dsi4eu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanerTest {
    @TempDir
    Path folder;

    private final List<Note> notes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "created":"1970-01-01"               | listed=null              | cleaned created: 1 January 1970 stands for «unknown»
            "created":"2017-02-27"               | listed=2017-02-27        | ``
            "startDate":"last year"              | founded=null             | cleaned startDate: not a date of the form 2017-02-27, taken as unknown
            "website":"http://HTTP://X.ORG/Ab"   | website=http://x.org/Ab  | cleaned website: address mended
            "website":"http:// www.x.org"        | website=http://www.x.org | cleaned website: address mended
            "website":"javascript:alert(1)"      | website=                 | cleaned website: not the address of a website, dropped
            "country":"Korea, Republic of"       | country=KR               | ``
            "country":"Kosovo"                   | country=XK               | ``
            "country":"Atlantis"                 | country=                 | noticed country: no country has this name, left out
            "latitude":91,"longitude":0          | point=null               | cleaned point: no point on earth, or 0,0; dropped
            "latitude":0,"longitude":"0.0"       | point=null               | cleaned point: no point on earth, or 0,0; dropped
            "latitude":1e999,"longitude":2       | point=null               | cleaned point: no point on earth, or 0,0; dropped
            "latitude":"","longitude":""         | point=null               | ``
            "latitude":"45.5","longitude":9.25   | point=45.5 9.25 ~        | noticed point: the town's point, not the door's
            "latitude":45.5,"longitude":9.25,"address":"Via A 1" | point=45.5 9.25 | ``
            "organisation_type":{"id":2,"name":"For-profit business"} | kind=business | ``
            "organisation_type":{"id":9,"name":"Gang"} | kind=              | cleaned organisation_type: not one of the five types, taken as unknown
            "organisation_size":"over-1000 people" | size=1000+             | ``
            "tags":["b","a","", "a"]             | tags=[a, b]              | ``
            "short_description":"A &amp; B"      | summary=A & B            | cleaned short_description: HTML made plain text
            "organisation_id":"x y"              | -                        | skipped organisation_id: organisation_id is missing or is no number
            "organisation_name":" "              | -                        | skipped organisation_id: organisation_name is empty
            """)
    void aField(String field, String clean, String note) throws Exception {
        String row = "{\"organisation_id\":7,\"organisation_name\":\"Wells\"," + field + "}";
        List<String> told = new ArrayList<>();
        organisations("[" + row + "]", one -> told.add(show(one, clean.split("=")[0])));
        assertThat(told.isEmpty() ? "-" : told.getFirst()).isEqualTo(clean);
        assertThat(notes.stream().map(CleanerTest::show).toList())
                .isEqualTo(note.isEmpty() ? List.of() : List.of(note));
    }

    @Test
    void theSecondRowWithANumberIsSkippedAndEqualNamesAreNoticed() throws Exception {
        List<String> names = new ArrayList<>();
        organisations(
                "[{\"organisation_id\":1,\"organisation_name\":\"Wells\"},{\"organisation_id\":\"1\",\"organisation_name\":\"X\"},"
                        + "{\"organisation_id\":2,\"organisation_name\":\"WELLS!\"}]",
                one -> names.add(one.name()));
        assertThat(names).containsExactly("Wells", "WELLS!");
        assertThat(notes.stream().map(CleanerTest::show))
                .containsExactly(
                        "noticed name: the same name as row(s) with id 2",
                        "skipped organisation_id: the same organisation_id stands further up",
                        "noticed name: the same name as row(s) with id 1");
    }

    @Test
    void manyAddressesOnOnePointInEachTownMeanThePointsAreTowns() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int town = 1; town <= 10; town++)
            for (int door = 0; door < 2; door++)
                rows.append(rows.isEmpty() ? "" : ",").append("""
                        {"organisation_id":%d,"organisation_name":"N%1$d","country":"Italy","region":"Town%d","latitude":%2$d,
                        "longitude":9,"address":"Street %d"}""".formatted(town * 10 + door, town, door));
        List<Boolean> approximate = new ArrayList<>();
        organisations("[" + rows + "]", one -> approximate.add(one.place().approximate()));
        assertThat(approximate).hasSize(20).containsOnly(true);
    }

    @Test
    void labelsOfTechnologiesFoldToThoseThereAre() throws Exception {
        List<CleanProject> told = new ArrayList<>();
        Export file = write("""
                [{"project_id":1,"project_name":"P","technology":[{"id":"45","name":"3D Printing"},{"id":"203","name":"3d-print"},
                {"id":"941","name":"21"},{"id":"45","name":"travel"},{"id":"9","name":"Science"}],
                "focus":[{"id":"8","name":"Open data"}],"support_tags":[{"id":"1","name":"Unheard of"}],
                "linked_organisation_ids":["3",4]}]""");
        new Cleaner(Survey.of(List.of(file)), notes::add).projects(file, told::add);
        assertThat(told.getFirst().topics()).containsExactly("by-open-data", "digital-fabrication", "science");
        assertThat(told.getFirst().tags()).containsExactly("Unheard of", "travel");
        assertThat(told.getFirst().organisations()).containsExactly("3", "4");
        assertThat(notes.stream().map(note -> note.before() + " → " + note.after() + ": " + note.why()))
                .containsExactly(
                        "Unheard of → Unheard of: names none of the topics, kept as a word",
                        "3D Printing → digital-fabrication: part of the wider label",
                        "3d-print → digital-fabrication: part of the wider label",
                        "21 → : a bare number names nothing",
                        "travel → travel: not a technology, kept as a word",
                        "Science → science: a theme, not a technology");
    }

    private void organisations(String json, java.util.function.Consumer<CleanOrganisation> consumer) throws Exception {
        Export file = write(json);
        new Cleaner(Survey.of(List.of(file)), notes::add).organisations(file, consumer);
    }

    private Export write(String json) throws IOException, UnreadableExport {
        return Export.open(Files.writeString(folder.resolve("rows.json"), json));
    }

    private static String show(Note note) {
        return note.kind() + " " + note.field() + ": " + note.why();
    }

    private static String show(CleanOrganisation one, String field) {
        CleanPlace place = one.place();
        return field + "="
                + switch (field) {
                    case "listed" -> one.listedOn();
                    case "founded" -> one.founded();
                    case "website" -> one.website();
                    case "country" -> place.country();
                    case "point" ->
                        place.latitude() == null
                                ? null
                                : place.latitude() + " " + place.longitude() + (place.approximate() ? " ~" : "");
                    case "kind" -> one.kind();
                    case "size" -> one.size();
                    case "tags" -> one.tags();
                    default -> one.summary();
                };
    }
}
