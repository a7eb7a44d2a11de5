package org.commonweal.hub.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.commonweal.disclosure.Measure;

/** What is stated of each cell; written in documents and addresses in lower case. */
public enum Statistic {
    COUNT(Measure.count()),
    /** Part of the answers that are 1, where {@link Values} wrote 1 for «yes» and 0 for «no». */
    SHARE(Measure.share(1)),
    MEAN(Measure.mean()),
    MEDIAN(Measure.median());

    private final Measure measure;

    Statistic(Measure measure) {
        this.measure = measure;
    }

    Measure measure() {
        return measure;
    }

    @JsonValue
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such statistic */
    @JsonCreator
    static Statistic of(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
    }
}
