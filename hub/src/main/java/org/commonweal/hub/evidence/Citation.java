package org.commonweal.hub.evidence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.commonweal.hub.frame.Page;
import org.springframework.web.util.HtmlUtils;

/**
 * How to refer to a version elsewhere.
 *
 * @param embed HTML without scripts or frames, to be pasted into any page
 */
public record Citation(String text, String bibtex, String embed) {

    static Citation of(Document document, Version version, String address, Page page) {
        String organisation = document.organisation().name();
        String text = page.t(
                "evidence.citation",
                organisation,
                page.date(version.publishedAt()),
                document.title(),
                document.version(),
                page.hub().name(),
                address,
                version.sha256());
        return new Citation(text, bibtex(document, version, address, page), embed(document, address, page));
    }

    // Programs of today read the date, older ones the year.
    private static String bibtex(Document document, Version version, String address, Page page) {
        LocalDate date = LocalDate.ofInstant(version.publishedAt(), ZoneOffset.UTC);
        return """
                @misc{commonweal-%s-%d,
                  author = {{%s}},
                  title = {{%s}},
                  date = {%s},
                  year = {%d},
                  version = {%d},
                  howpublished = {%s},
                  url = {%s},
                  note = {SHA-256 %s}
                }""".formatted(
                        document.id().toString().substring(24),
                        document.version(),
                        tex(document.organisation().name()),
                        tex(document.title()),
                        date,
                        date.getYear(),
                        document.version(),
                        tex(page.hub().name()),
                        address,
                        version.sha256());
    }

    private static String embed(Document document, String address, Page page) {
        Reading reading = new Reading(document, page);
        String figure = document.findTotal()
                .map(cell -> "<p><strong>" + html(reading.valueWithUnit(cell)) + "</strong> "
                        + html(reading.interval(cell)) + "</p>")
                .orElse("");
        return "<blockquote cite=\"" + html(address) + "\"><p lang=\"" + html(document.language()) + "\">"
                + html(document.title()) + "</p>" + figure + "<footer><a href=\"" + html(address) + "\">"
                + html(document.organisation().name()) + ", " + html(page.hub().name()) + "</a></footer></blockquote>";
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String tex(String text) {
        return text.replaceAll("[\\\\{}~^]", "").replaceAll("([&%$#_])", "\\\\$1");
    }
}
