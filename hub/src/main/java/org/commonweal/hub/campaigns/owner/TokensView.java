package org.commonweal.hub.campaigns.owner;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Keys by which programs answer.
 *
 * @param made the one that was just made, shown this once; null when none was
 */
public record TokensView(
        DeskView desk,
        List<Tokens.Token> tokens,
        List<Choice> kinds,
        Faults faults,
        @Nullable Made made) {
    /**
     * @param kind {@code collect} or {@code device}
     * @param address the server address of a client; for a device where it sends its readings
     * @param settings ODK Collect's settings as a QR code, null for a device
     */
    public record Made(
            String kind,
            String label,
            String secret,
            String address,
            @Nullable Content settings) {}
}
