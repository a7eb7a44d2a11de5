package org.commonweal.hub.campaigns.player;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.jspecify.annotations.Nullable;

/** An answer that JavaRosa holds as it is typed: the way back of {@link Cast}. */
final class Typed {
    private static final int MINUTES_LENGTH = "10:00".length();

    private Typed() {}

    static List<String> of(Node.Question question, ZoneId zone) {
        return of(question.kind(), question.prompt().getAnswerValue(), zone);
    }

    static List<String> of(Kind kind, @Nullable IAnswerData data, ZoneId zone) {
        if (data == null) return List.of();
        String stored = data.uncast().getString();
        return switch (kind) {
            case MANY, POINT -> Arrays.asList(stored.split("\\s+"));
            case TIME -> List.of(stored.substring(0, Math.min(stored.length(), MINUTES_LENGTH)));
            case MOMENT -> List.of(moment(stored, zone));
            default -> List.of(data instanceof DecimalData decimal ? plain((double) decimal.getValue()) : stored);
        };
    }

    private static String moment(String stored, ZoneId zone) {
        return OffsetDateTime.parse(stored)
                .atZoneSameInstant(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static String plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return number.toPlainString();
    }
}
