package org.commonweal.hub.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Command;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Synthetic readings of fine dust, brought as a table by {@code import observations}.
 *
 * <p>A day's mean is a base of 15 µg/m³, 9 more in mid-winter, a fifth less at weekends, a little for each roof, and dust
 * that stays some days (an autoregressive noise), all from a fixed seed.
 */
@Component
class Readings {
    static final int MONTHS_BACK = 6;
    static final String FAULTY = "Roof 4";
    static final int FAULTY_FROM = 8;
    static final int FAULTY_UNTIL = 19;
    private static final long SEED = 25;
    private static final List<String> TOWNS = List.of("Tunis", "Bizerte", "Sousse", "Sfax", "Gabès", "Gafsa");

    private final ObjectProvider<Command> commands;

    Readings(ObjectProvider<Command> commands) {
        this.commands = commands;
    }

    /** @return how many readings there are */
    int give(Campaign air, LocalDate today) throws IOException {
        StringBuilder csv = new StringBuilder("sensor,day,pm25,place\n");
        for (int roof = 1; roof <= TOWNS.size(); roof++) roof(csv, roof, today);
        Path file = Files.createTempFile("readings", ".csv");
        try {
            Files.writeString(file, csv);
            bring(file, air);
        } finally {
            Files.delete(file);
        }
        return (int) csv.chars().filter(c -> c == '\n').count() - 1;
    }

    /** The days in which the fourth roof's sensor stood in a baker's smoke. */
    static boolean isFaulty(String sensor, LocalDate day, LocalDate today) {
        LocalDate month = today.withDayOfMonth(1).minusMonths(2);
        return sensor.equals(FAULTY)
                && !day.isBefore(month.withDayOfMonth(FAULTY_FROM))
                && !day.isAfter(month.withDayOfMonth(FAULTY_UNTIL));
    }

    private void bring(Path file, Campaign air) throws IOException {
        Command observations = commands.stream()
                .filter(command -> command.name().equals("import observations"))
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(
                file.toString(),
                "--campaign",
                air.path(),
                "--map",
                "sensor=sensor",
                "day=day",
                "pm25=pm25",
                "place=place");
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream())) {
            if (observations.run(words, silence) != 0) throw new IllegalStateException("The readings were refused");
        } catch (IOException | RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void roof(StringBuilder csv, int roof, LocalDate today) {
        Random chance = new Random(SEED * roof);
        String place = Towns.get(TOWNS.get(roof - 1)).near(chance, 0.04);
        String sensor = "Roof " + roof;
        double haze = 0;
        for (LocalDate day = today.withDayOfMonth(1).minusMonths(MONTHS_BACK - 1);
                day.isBefore(today);
                day = day.plusDays(1)) {
            haze = 0.7 * haze + 2.2 * chance.nextGaussian();
            // Nobody's sensor works every day; one was away for repair.
            boolean away = roof == 6 && day.isAfter(today.minusDays(80)) && day.isBefore(today.minusDays(50));
            if (away || chance.nextInt(40) == 0) continue;
            double value = mean(day, roof) + haze + (isFaulty(sensor, day, today) ? 31 : 0);
            csv.append(String.format(Locale.ROOT, "%s,%s,%.1f,%s\n", sensor, day, Math.max(2.5, value), place));
        }
    }

    private static double mean(LocalDate day, int roof) {
        double winter = 9 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 10) / 365.0);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (15 + winter + 1.3 * (roof - 4)) * (weekend ? 0.8 : 1);
    }
}
