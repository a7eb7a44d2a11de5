package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Drawn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers beside a question for a place are of where the campaign is, as the reader writes them. */
class ExampleTest extends BareRequests {
    private static final String PLACED = """
            # survey
            type     | name  | label
            geopoint | place | Where is it?
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MD | 47.0105 | 28.8638 | en | Latitude, such as 47.01 | Longitude, such as 28.86
            MD | 47.0105 | 28.8638 | fr | 47,01                   | 28,86
            '' |         |         | en | >Latitude in degrees<   | >Longitude in degrees<
            """)
    void areOfTheCampaignsPlace(
            String country, Double latitude, Double longitude, String language, String north, String east) {
        double y = latitude == null ? Double.NaN : latitude;
        double x = longitude == null ? Double.NaN : longitude;
        assertThat(asked(new Campaign.Place(country, "", y, x), language)).contains(north, east);
    }

    /** Fiji lies on both sides of the line where the east becomes the west. */
    @ParameterizedTest
    @CsvSource({"MD, 45.4, 48.6, 26.6, 30.2", "FJ, -19.2, -16, 176.9, 180"})
    void areOfTheMiddleOfItsCountryWhereNoPointIsNamed(
            String country, double south, double north, double west, double east) {
        String page = asked(new Campaign.Place(country, "", Double.NaN, Double.NaN), "en");
        assertThat(told(page, "Latitude")).isBetween(south, north);
        assertThat(Math.abs(told(page, "Longitude"))).isBetween(west, east);
    }

    private String asked(Campaign.Place place, String language) {
        campaign = Drawn.campaign("Wells").at(place).open(campaigns);
        Drawn.serve(forms, campaign, "1", PLACED);
        visitor.get(campaign.path() + "/answer");
        agree();
        return visitor.get(campaign.path() + "/answer?page=1&lang=" + language).body();
    }

    private static double told(String page, String name) {
        return Double.parseDouble(page.replaceAll("(?s).*" + name + ", such as ([-0-9.]+).*", "$1"));
    }
}
