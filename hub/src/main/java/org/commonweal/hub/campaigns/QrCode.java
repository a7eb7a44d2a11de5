package org.commonweal.hub.campaigns;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * A text as a QR code (ISO/IEC 18004), drawn as SVG: sharp on any poster.
 *
 * <p>Example: {@code QrCode.of(page.absolute(campaign.path()))}.
 */
public final class QrCode implements Content {
    /** The light edge that readers need around the code, in modules (§9.1). */
    private static final int QUIET_ZONE = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException when the text is longer than a code can hold, some 2,300 bytes */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("A QR code can't hold " + text.length() + " characters", tooLong);
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        int size = modules.getWidth() + 2 * QUIET_ZONE;
        output.writeContent("<svg viewBox=\"0 0 " + size + ' ' + size
                + "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h" + size + 'v'
                + size + "H0z\"/><path fill=\"#000\" d=\"" + path() + "\"/></svg>");
    }

    // One stroke per run of dark modules in a row.
    private String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) x++;
                if (x > from) path.append(run(from, y, x - from));
            }
        }
        return path.toString();
    }

    private static String run(int x, int y, int length) {
        return "M" + (x + QUIET_ZONE) + ' ' + (y + QUIET_ZONE) + 'h' + length + "v1h-" + length + 'z';
    }
}
