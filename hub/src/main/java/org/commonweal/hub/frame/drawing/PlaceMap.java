package org.commonweal.hub.frame.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Country;
import org.commonweal.hub.frame.places.Outlines;

/**
 * A calm small map: land, one country lit, shaded cells, dots. No tiles, no graticule, nothing from elsewhere.
 *
 * <p>Example: {@code PlaceMap.of(Countries.get("RS")).cell(ring, 0.6, "18 reports").dot(20.46, 44.82, "Belgrade").draw(sheet)}.
 */
public final class PlaceMap {
    static final double WIDTH = 640;
    private static final double LEAST_DEGREES = 0.5;
    private static final int RAMP_STEPS = 5;

    private final Optional<Country> lit;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private Box box;

    private record Cell(double[] ring, double share, String label, String mark) {}

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
        return of(box, Optional.empty());
    }

    /** @param lit the country that it is about; its own name is not written, as on its own map */
    public static PlaceMap of(Box box, Optional<Country> lit) {
        return new PlaceMap(lit, box.width() < LEAST_DEGREES ? box.grow(LEAST_DEGREES / 2) : box);
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
        return cell(ring, share, label, "");
    }

    /** @param mark a number or a letter or two, drawn in the area or beside it where there is room; "" for none */
    public PlaceMap cell(double[] ring, double share, String label, String mark) {
        cells.add(new Cell(ring, share, label, mark));
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
        Ground ground = Ground.of(lit, box, sheet.locale());
        Canvas canvas = new Canvas(sheet, "map", WIDTH, projection.height());
        canvas.write(ground.land());
        for (Cell cell : cells) {
            int step = (int) Math.max(1, Math.min(RAMP_STEPS, Math.ceil(cell.share() * RAMP_STEPS)));
            canvas.raw("cell r" + step, projection.path(cell.ring(), 0.1), cell.label());
        }
        canvas.write(ground.names());
        Marks marks = new Marks(
                canvas,
                projection.height(),
                cells.stream().map(cell -> projection.pixels(cell.ring())).toList());
        for (int i = 0; i < cells.size(); i++) marks.draw(i, cells.get(i).mark());
        for (Dot dot : dots)
            canvas.dot("place", projection.x(dot.longitude()), projection.y(dot.latitude()), 5, dot.label());
        return new Drawing("<div class=\"chart map-frame\">" + canvas.finish() + "</div>");
    }
}
