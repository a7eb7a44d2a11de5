package org.commonweal.hub.launch.doctor;

import java.net.URI;
import java.util.List;
import org.commonweal.hub.launch.place.Refused;
import org.commonweal.hub.launch.place.Setting;
import org.commonweal.hub.launch.place.Surroundings;

/** Under which address the public comes in, and what that allows (secure contexts, W3C Secure Contexts §3.1). */
class AddressCheck implements Check {
    @Override
    public List<Finding> look(Surroundings here) {
        String url;
        try {
            url = Setting.findPublicUrl(here.environment()).orElse("");
        } catch (Refused noSite) {
            return List.of(Finding.wrong(noSite.getMessage()));
        }
        if (url.isEmpty())
            return List.of(Finding.mind("none is set (--public-url): fine for a look around on this machine; the public"
                    + " log is a trial, and the lasting one begins when it is set"));
        URI uri = URI.create(url);
        if (uri.getScheme().equals("https")) return List.of(Finding.well(url));
        return List.of(
                List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost())
                        ? Finding.mind(url + " is reached from this machine only")
                        : Finding.wrong(url + " is not encrypted: passkeys, location and drafts without a connection"
                                + " are off, and passwords of data collectors travel in the open. packaging/ has a"
                                + " proxy that gets certificates by itself"));
    }
}
