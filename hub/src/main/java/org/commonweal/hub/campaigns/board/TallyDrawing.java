package org.commonweal.hub.campaigns.board;

import java.util.List;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaign.Place;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.drawing.PlaceMap;
import org.commonweal.hub.frame.drawing.Sheet;
import org.commonweal.hub.frame.look.Fact;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Country;
import org.jspecify.annotations.Nullable;

/** The live count and the coarse map, as the reader sees them. */
final class TallyDrawing {
    /** Degrees around the cells, or around a place whose country is not known. */
    private static final double AROUND = 1.5;

    private TallyDrawing() {}

    static Figure figure(Page page, Campaign campaign, Tally tally) {
        long shown = tally.shown();
        boolean none = tally.reports() == 0;
        boolean few = tally.isRounded() && shown == 0 && !none;
        String about = few ? "fewer" : tally.isRounded() && !none ? "at-least" : "exactly";
        long number = few ? Tally.STEP : shown;
        String looked = none ? "count-none" : tally.waiting() > 0 ? "count-rounded" : "count";
        return new Figure(
                "",
                page.t("campaigns.board." + about),
                page.number(number),
                page.t("campaigns.board." + about + "-reports", number),
                "",
                page.t("campaigns.board." + looked),
                "",
                null,
                List.of(
                        Fact.of(page.t("campaigns.board.counted"), page.t("campaigns.board.counted-text")),
                        Fact.of(
                                page.t("campaigns.board.coarse"),
                                coarse(page, campaign.protection().inForce()))));
    }

    private static String coarse(Page page, Campaign.Protection protection) {
        return protection.things()
                ? page.t("campaigns.board.coarse-things", Tally.STEP)
                : page.t("campaigns.board.coarse-people", protection.threshold());
    }

    static CampaignView.@Nullable MapView map(Page page, Campaign campaign, Tally tally) {
        PlaceMap map = background(campaign.place(), tally.cells());
        if (map == null) return null;
        long most = tally.cells().stream().mapToLong(Tally.Cell::number).max().orElse(0);
        long least = tally.cells().stream().mapToLong(Tally.Cell::number).min().orElse(0);
        for (Tally.Cell cell : tally.cells())
            map.cell(cell.ring(), cell.number() / (double) most, page.t("campaigns.board.cell", cell.number()));
        if (tally.cells().isEmpty() && campaign.place().hasPoint())
            map.dot(
                    campaign.place().longitude(),
                    campaign.place().latitude(),
                    campaign.place().words());
        String about = page.t(tally.cells().isEmpty() ? "campaigns.board.map-place" : "campaigns.board.map-cells");
        Sheet sheet =
                new Sheet(page.locale(), page.t("campaigns.board.map"), about, "", page.t("frame.chart.withheld"));
        return new CampaignView.MapView(map.draw(sheet), least, most);
    }

    private static @Nullable PlaceMap background(Place place, List<Tally.Cell> cells) {
        if (!cells.isEmpty())
            return PlaceMap.of(cells.stream()
                    .map(cell -> Box.around(cell.ring()))
                    .reduce(Box::union)
                    .orElseThrow()
                    .grow(AROUND));
        Optional<Country> country = Countries.find(place.country());
        if (country.isPresent()) return PlaceMap.of(country.get());
        return place.hasPoint()
                ? PlaceMap.of(Box.around(new double[] {place.longitude(), place.latitude()})
                        .grow(AROUND))
                : null;
    }
}
