package org.commonweal.hub.directory;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Country;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Where things are: the countries, and one of them. */
@Controller
@Access(Access.Who.ANYONE)
class PlacePages {
    private final Pages pages;
    private final Places places;

    PlacePages(Pages pages, Places places) {
        this.pages = pages;
        this.places = places;
    }

    @GetMapping("/places")
    View list() {
        Page page = pages.page();
        Collator order = Collator.getInstance(page.locale());
        List<PlacesView.Line> lines = places.listCountries().stream()
                .map(one ->
                        new PlacesView.Line(one.code(), one.name(page.locale()), one.organisations(), one.projects()))
                .sorted(Comparator.comparing(PlacesView.Line::name, order))
                .toList();
        return pages.show("directory/places", new PlacesView(ListViews.tabs(page, "places"), lines));
    }

    @GetMapping("/places/{code}")
    View show(@PathVariable String code) {
        Country country = Countries.find(code).orElseThrow(Refusal::notFound);
        if (!country.code().equals(code)) return Moved.to("/places/" + country.code());
        Page page = pages.page();
        Places.CountryCount counts = places.listCountries().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(new Places.CountryCount(code, 0, 0));
        List<PlaceView.Town> towns = places.listTowns(code).stream()
                .map(town -> new PlaceView.Town(
                        listOf(Shelf.ORGANISATIONS, code).set("place", town.name()),
                        town.name(),
                        town.organisations(),
                        town.projects()))
                .toList();
        return pages.show(
                "directory/place",
                new PlaceView(
                        country.name(page.locale()),
                        List.of(new Crumb("/places", page.t("directory.places"))),
                        Maps.of(page, country, places.listPoints(code)),
                        counts.organisations(),
                        listOf(Shelf.ORGANISATIONS, code).at(1),
                        counts.projects(),
                        listOf(Shelf.PROJECTS, code).at(1),
                        towns));
    }

    private static Query listOf(Shelf shelf, String country) {
        return ListViews.query(shelf, Map.of("country", new String[] {country}));
    }
}
