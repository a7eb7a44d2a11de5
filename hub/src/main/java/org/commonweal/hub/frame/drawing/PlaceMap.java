package org.commonweal.hub.frame.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Country;
import org.commonweal.hub.frame.places.Outline;
import org.commonweal.hub.frame.places.Outlines;

/**
 * A calm small map: land, one country lit, shaded cells, dots. No tiles, no graticule, nothing from elsewhere.
 *
 * <p>Example: {@code PlaceMap.of(Countries.get("RS")).cell(ring, 0.6, "18 reports").dot(20.46, 44.82, "Belgrade").draw(sheet)}.
 */
public final class PlaceMap {
    private static final double WIDTH = 640;
    private static final double MARGIN = 8;
    private static final double LEAST_DEGREES = 0.5;
    private static final int RAMP_STEPS = 5;
    private static final double WIDEST_NAMED_DEGREES = 60;

    // On a phone the style sheet writes names so much larger, and there they must fit too.
    private static final double PHONE_LETTERS = 1.7;

    // The earth is round: what lies past one edge of the map may come in at the other.
    private static final int[] TURNS = {-360, 0, 360};

    private final Optional<Country> lit;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private Box box;

    private record Cell(double[] ring, double share, String label) {}

    private record Dot(double longitude, double latitude, String label) {}

    private PlaceMap(Optional<Country> lit, Box box) {
        this.lit = lit;
        this.box = box;
    }

    /** The map of a country; of the world where Natural Earth draws it too small. */
    public static PlaceMap of(Country country) {
        Box view = Outlines.find(country)
                .map(outline -> outline.view().grow(outline.view().width() * 0.05))
                .orElse(Box.WORLD);
        return new PlaceMap(Optional.of(country), view);
    }

    public static PlaceMap of(Box box) {
        return new PlaceMap(Optional.empty(), box.width() < LEAST_DEGREES ? box.grow(LEAST_DEGREES / 2) : box);
    }

    public static PlaceMap world() {
        return new PlaceMap(Optional.empty(), Box.WORLD);
    }

    /**
     * A shaded area.
     *
     * @param ring longitude, latitude, longitude, latitude … in degrees, not closed
     * @param share between 0 and 1, where on the ramp from paper to teal it stands
     * @param label said when it is pointed at
     */
    public PlaceMap cell(double[] ring, double share, String label) {
        cells.add(new Cell(ring, share, label));
        for (int i = 0; i < ring.length; i += 2) box = box.with(ring[i], ring[i + 1]);
        return this;
    }

    public PlaceMap dot(double longitude, double latitude, String label) {
        dots.add(new Dot(longitude, latitude, label));
        box = box.with(longitude, latitude);
        return this;
    }

    public Drawing draw(Sheet sheet) {
        Projection projection = new Projection(box, WIDTH);
        Canvas canvas = new Canvas(sheet, "map", WIDTH, projection.height(), false);
        for (Outline outline : Outlines.all()) land(canvas, projection, outline);
        for (Cell cell : cells) {
            int step = (int) Math.max(1, Math.min(RAMP_STEPS, Math.ceil(cell.share() * RAMP_STEPS)));
            canvas.raw("cell r" + step, path(projection, cell.ring(), 0.1), cell.label());
        }
        if (projection.box().width() < WIDEST_NAMED_DEGREES)
            for (Outline outline : Outlines.all()) name(canvas, projection, outline, sheet.locale());
        for (Dot dot : dots)
            canvas.dot("place", projection.x(dot.longitude()), projection.y(dot.latitude()), 5, dot.label());
        return new Drawing("<div class=\"chart map-frame\">" + canvas.finish() + "</div>");
    }

    private void land(Canvas canvas, Projection projection, Outline outline) {
        StringBuilder path = new StringBuilder();
        // A coarser grain where there is more land keeps a map of the world as light as one of a country.
        double grain = projection.box().width() > 120 ? 1 : 0.5;
        for (double[] ring : outline.rings())
            for (int turn : TURNS)
                if (Box.around(ring).east(turn).meets(projection.box()))
                    path.append(path(projection, turned(ring, turn), grain));
        if (!path.isEmpty()) canvas.raw(isLit(outline) ? "land here" : "land", path.toString(), "");
    }

    private boolean isLit(Outline outline) {
        return lit.filter(country -> country.code().equals(outline.code())).isPresent();
    }

    // A neighbour's name stands within the largest piece of it that is on the map, where it has room.
    private void name(Canvas canvas, Projection projection, Outline outline, Locale reader) {
        if (outline.code().isEmpty() || isLit(outline)) return;
        String name = Countries.get(outline.code()).name(reader);
        outline.rings().stream()
                .filter(ring -> Box.around(ring).meets(projection.box()))
                .map(ring -> Clip.to(projection.pixels(ring), WIDTH, projection.height(), 0))
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

    // Points are laid on a grid and repeats are dropped: neighbours share their points and so keep one border.
    private static String path(Projection projection, double[] ring, double grain) {
        double[] cut = Clip.to(projection.pixels(ring), WIDTH, projection.height(), MARGIN);
        StringBuilder path = new StringBuilder();
        double lastX = 0;
        double lastY = 0;
        int points = 0;
        for (int i = 0; i < cut.length; i += 2) {
            double x = Math.round(cut[i] / grain) * grain;
            double y = Math.round(cut[i + 1] / grain) * grain;
            if (points > 0 && x == lastX && y == lastY) continue;
            path.append(points == 0 ? "M" : points == 1 ? "l" : " ");
            path.append(Canvas.number(points == 0 ? x : x - lastX)).append(' ');
            path.append(Canvas.number(points == 0 ? y : y - lastY));
            lastX = x;
            lastY = y;
            points++;
        }
        return points < 3 ? "" : path + "z";
    }
}
