package org.commonweal.hub.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Words;
import org.commonweal.hub.frame.places.Countries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where things are. Countries are the frame's (ISO codes, Natural Earth's outlines); towns are what people wrote, folded
 * to one spelling where the hub has learnt that several mean the same.
 *
 * <p>Example: {@code places.fold("IT", "Milan")} gives «Milano» once an import has shown both at one point.
 */
@Component
public class Places {
    private static final int MOST_POINTS = 400;
    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A town with the number of organisations and projects there. */
    public record Town(String name, long organisations, long projects) {}

    /** A country with the number of organisations there, and of projects that are its own or its organisations'. */
    public record CountryCount(String code, long organisations, long projects) {
        public String name(Locale reader) {
            return Countries.get(code).name(reader);
        }
    }

    /**
     * The spelling that the hub uses for a town, else the one given. What differs by accents alone keeps those that were
     * typed: an import that wrote «Poznan» does not take the accent from somebody's «Poznań», and «poznan» becomes «Poznań»
     * where the hub has met that. Who types all in capitals or all in small letters keeps the accents alone: «POZNAŃ» is
     * «Poznań» too.
     */
    public String fold(String country, String typed) {
        String written = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (country.isEmpty() || written.isEmpty()) return written;
        return jdbc.sql("select name, directory.plain(name) = directory.plain(:typed)"
                        // An accented letter takes more bytes than the same without.
                        + " and octet_length(:typed) > octet_length(name) as accented"
                        + " from directory.place where country = :country and (directory.plain(name) ="
                        + " directory.plain(:typed) or directory.plain(:typed) = any (select directory.plain(s)"
                        + " from unnest(spellings) s)) order by name limit 1")
                .param("country", country)
                .param("typed", written)
                .query((row, n) -> row.getBoolean(2) ? withCapitalsOf(row.getString(1), written) : row.getString(1))
                .optional()
                .orElse(written);
    }

    private static String withCapitalsOf(String known, String typed) {
        boolean mixed = !typed.equals(typed.toUpperCase(Locale.ROOT)) && !typed.equals(typed.toLowerCase(Locale.ROOT));
        if (mixed) return typed;
        int[] letters = typed.codePoints().toArray();
        int[] model = known.codePoints().toArray();
        if (letters.length != model.length) return known;
        for (int i = 0; i < letters.length; i++)
            letters[i] = Character.isUpperCase(model[i])
                    ? Character.toUpperCase(letters[i])
                    : Character.toLowerCase(letters[i]);
        return new String(letters, 0, letters.length);
    }

    /** What something in this place should be found by besides its own words: the country in all languages, spellings. */
    String also(String country, String place) {
        List<String> spellings = place.isEmpty()
                ? List.of()
                : jdbc.sql("select unnest(spellings) from directory.place where country = :country"
                                + " and directory.plain(name) = directory.plain(:place)")
                        .param("country", country)
                        .param("place", place)
                        .query(String.class)
                        .list();
        return also(country, place, spellings);
    }

    static String also(String country, String place, List<String> spellings) {
        Set<String> all = new TreeSet<>(spellings);
        Countries.find(country)
                .ifPresent(known ->
                        Words.LANGUAGES.keySet().forEach(language -> all.add(known.name(Locale.of(language)))));
        return place + " " + String.join(" ", all);
    }

    List<CountryCount> listCountries() {
        Map<String, Long> organisations =
                count("select country, count(*) from directory.listed" + " where country <> '' group by 1");
        Map<String, Long> projects = count("select unnest(countries), count(*) from directory.project group by 1");
        Set<String> codes = new TreeSet<>(organisations.keySet());
        codes.addAll(projects.keySet());
        return codes.stream()
                .map(code ->
                        new CountryCount(code, organisations.getOrDefault(code, 0L), projects.getOrDefault(code, 0L)))
                .toList();
    }

    /**
     * The towns of a country, those with the most organisations first; one spelt with and without accents, or
     * in capitals, is one.
     */
    List<Town> listTowns(String country) {
        return jdbc.sql("""
                        select (array_agg(place order by place = upper(place collate "und-x-icu") and place <> lower(place collate "und-x-icu"), octet_length(place) desc, place))[1] as name, sum(o)::bigint as organisations, sum(p)::bigint as projects from (
                          select place, 1 as o, 0 as p from directory.listed where country = :country
                          union all select place, 0, 1 from directory.project where country = :country) both_
                        where place <> '' group by directory.plain(place) order by 2 desc, 3 desc, 1""").param("country", country).query(Town.class).list();
    }

    /** Where the organisations and projects of a country are, each point once. */
    List<Point> listPoints(String country) {
        return jdbc.sql("select distinct latitude, longitude, false as approximate from ("
                        + "select latitude, longitude from directory.listed where country = :country"
                        + " union all select latitude, longitude from directory.project where country = :country) both_"
                        + " where latitude is not null order by 1, 2 limit " + MOST_POINTS)
                .param("country", country)
                .query(Point.class)
                .list();
    }

    private Map<String, Long> count(String sql) {
        return jdbc.sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
