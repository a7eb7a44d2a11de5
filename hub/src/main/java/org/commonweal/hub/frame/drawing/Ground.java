package org.commonweal.hub.frame.drawing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Country;
import org.commonweal.hub.frame.places.Outline;
import org.commonweal.hub.frame.places.Outlines;

/**
 * What lies under every map of one view: the land, and the names of the countries around. It depends on nothing that
 * people write, so the views drawn last are kept: an organisation's page took 5 ms of processor time for it, of 6.
 *
 * @param land paths, below what the map shows
 * @param names texts, above it
 */
record Ground(String land, String names) {
    private static final double WIDEST_NAMED_DEGREES = 60;

    // On a phone the style sheet writes names so much larger, and there they must fit too.
    private static final double PHONE_LETTERS = 1.7;

    // The earth is round: what lies past one edge of the map may come in at the other.
    private static final int[] TURNS = {-360, 0, 360};

    private record View(String lit, Box box, Locale reader) {}

    // About 20 kB each.
    private static final Cache<View, Ground> KEPT =
            Caffeine.newBuilder().maximumSize(64).build();

    static Ground of(Optional<Country> lit, Box box, Locale reader) {
        return KEPT.get(new View(lit.map(Country::code).orElse("none"), box, reader), Ground::draw);
    }

    private static Ground draw(View view) {
        Projection projection = new Projection(view.box(), PlaceMap.WIDTH);
        Canvas land = new Canvas();
        Canvas names = new Canvas();
        boolean named = projection.box().width() < WIDEST_NAMED_DEGREES;
        for (Outline outline : Outlines.all()) {
            boolean lit = outline.code().equals(view.lit());
            land(land, projection, outline, lit ? "land here" : "land");
            if (named && !lit && !outline.code().isEmpty()) name(names, projection, outline, view.reader());
        }
        return new Ground(land.written(), names.written());
    }

    private static void land(Canvas canvas, Projection projection, Outline outline, String kind) {
        StringBuilder path = new StringBuilder();
        // A coarser grain where there is more land keeps a map of the world as light as one of a country.
        double grain = projection.box().width() > 120 ? 1 : 0.5;
        for (int i = 0; i < outline.rings().size(); i++)
            for (int turn : TURNS)
                if (outline.boxes().get(i).east(turn).meets(projection.box()))
                    path.append(projection.path(turned(outline.rings().get(i), turn), grain));
        if (!path.isEmpty()) canvas.raw(kind, path.toString(), "");
    }

    // A neighbour's name stands within the largest piece of it that is on the map, where it has room.
    private static void name(Canvas canvas, Projection projection, Outline outline, Locale reader) {
        String name = Countries.get(outline.code()).name(reader);
        IntStream.range(0, outline.rings().size())
                .filter(i -> outline.boxes().get(i).meets(projection.box()))
                .mapToObj(i -> projection.clipped(outline.rings().get(i), 0))
                .filter(ring -> ring.length > 0)
                .max(Comparator.comparingDouble(
                        ring -> Box.around(ring).width() * Box.around(ring).height()))
                .flatMap(ring -> Spot.within(ring, Canvas.widthOf(name) * PHONE_LETTERS))
                .ifPresent(spot -> canvas.text("land-name", spot.x(), spot.y(), Canvas.Anchor.MIDDLE, name));
    }

    private static double[] turned(double[] ring, int degrees) {
        double[] turned = ring.clone();
        for (int i = 0; i < turned.length; i += 2) turned[i] += degrees;
        return turned;
    }
}
