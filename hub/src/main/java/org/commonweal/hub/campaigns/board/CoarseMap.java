package org.commonweal.hub.campaigns.board;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;

/**
 * Points into large cells (H3, resolution 4: some 1,770 km² each), so that a map shows where something happens and never
 * who.
 */
final class CoarseMap {
    private static final int RESOLUTION = 4;
    private static final H3Core H3 = load();

    private CoarseMap() {}

    /**
     * Where a report came from.
     *
     * @param contributor tells contributors apart, "" for one that nobody can tell
     */
    record Point(double latitude, double longitude, String contributor) {}

    /** Cells of people's campaigns take as many distinct contributors as any figure of theirs, others five reports. */
    static List<Tally.Cell> cells(Collection<Point> points, Campaign.Protection protection) {
        Map<Long, List<Point>> byCell = points.stream()
                .collect(Collectors.groupingBy(
                        point -> H3.latLngToCell(point.latitude(), point.longitude(), RESOLUTION)));
        return byCell.entrySet().stream()
                .filter(cell -> protection.things()
                        ? cell.getValue().size() >= Tally.STEP
                        : contributors(cell.getValue()) >= protection.threshold())
                .map(cell -> new Tally.Cell(
                        ring(cell.getKey()), Tally.roundedDown(cell.getValue().size())))
                .toList();
    }

    private static int contributors(List<Point> points) {
        Set<String> distinct = new HashSet<>();
        points.stream().map(Point::contributor).filter(one -> !one.isEmpty()).forEach(distinct::add);
        return distinct.size();
    }

    // Corners beyond the date line are written past 180 degrees, so that no ring is torn.
    private static double[] ring(long cell) {
        List<LatLng> corners = H3.cellToBoundary(cell);
        double[] ring = new double[corners.size() * 2];
        for (int i = 0; i < corners.size(); i++) {
            double longitude = corners.get(i).lng;
            double turn = i == 0 ? 0 : Math.round((ring[0] - longitude) / 360) * 360.0;
            ring[2 * i] = longitude + turn;
            ring[2 * i + 1] = corners.get(i).lat;
        }
        return ring;
    }

    private static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
