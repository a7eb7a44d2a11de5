package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever cites a finding names what others need to find this very version again. */
@HubTest
class CitationTest {
    private static final Pattern CITATION = Pattern.compile("<p dir=\"auto\">([^<]*)</p>\\s*<pre[^>]*>([^<]*)</pre>");
    private static String finding;

    @Autowired
    Desk desk;

    private Visitor reader;
    private Document document;

    @BeforeEach
    void publish() {
        if (finding == null)
            finding = desk.publishedAndDraft("Air at four schools").getFirst();
        reader = desk.visitor();
        document = Canonical.read(Desk.document(reader, finding, 1).getBytes(), Document.class);
    }

    @ParameterizedTest
    @CsvSource({"en, en-GB, Version 1", "fr, fr, Version 1", "es, es, Versión 1", "ar, ar, النسخة 1"})
    void namesTitleOrganisationDateVersionAndAddress(String language, String locale, String version) {
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(locale))
                .format(published());
        assertThat(cited(language).group(1))
                .contains(document.title(), document.organisation().name(), date, version, address());
    }

    @Test
    void saysTheSameToReferenceManagers() {
        assertThat(cited("en").group(2))
                .startsWith("@misc{")
                .contains("title = {{" + document.title() + "}}")
                .contains("author = {{" + document.organisation().name() + "}}")
                .contains(
                        "date = {" + published() + "}", "year = {" + published().getYear() + "}")
                .contains("version = {1}", "url = {" + address() + "}");
    }

    @Test
    void leadsToTheVersionItself() {
        String path = URI.create(address()).getPath();
        assertThat(reader.get(path).body()).contains(document.title());
    }

    private LocalDate published() {
        return LocalDate.ofInstant(Objects.requireNonNull(document.published()), ZoneOffset.UTC);
    }

    private String address() {
        return reader.base() + finding + "/v/1";
    }

    private Matcher cited(String language) {
        String page = reader.get(finding + "?lang=" + language).body();
        Matcher citation = CITATION.matcher(page);
        assertThat(citation.find()).as(page).isTrue();
        return citation;
    }
}
