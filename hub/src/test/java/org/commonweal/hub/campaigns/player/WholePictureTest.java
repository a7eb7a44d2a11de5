package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholePictureTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void missesTheEndOfWhatWasCut(String format) throws IOException {
        byte[] whole = picture(format);
        assertThat(isWhole(whole, format)).isTrue();
        for (int bytes : new int[] {whole.length - 1, whole.length / 2, whole.length / 50, 12})
            assertThat(isWhole(Arrays.copyOf(whole, bytes), format))
                    .as("%d bytes", bytes)
                    .isFalse();
    }

    /** One point, lossless, as cwebp writes it (RFC 9649, section 2.4: the size stands behind RIFF). */
    @Test
    void missesTheEndOfAWebp() throws IOException {
        byte[] whole = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        assertThat(isWhole(whole, "webp")).isTrue();
        assertThat(isWhole(Arrays.copyOf(whole, 20), "webp")).isFalse();
    }

    /** What telephones write behind a picture, such as a short film, and the end of the small one within it. */
    @Test
    void knowsTheEndOfAJpegByItsParts() throws IOException {
        byte[] taken = Photos.withItsPlace();
        assertThat(isWhole(Arrays.copyOf(taken, taken.length + 5_000), "jpeg")).isTrue();
        byte[] small = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 6, 1, 1, (byte) 0xff, (byte) 0xd9};
        assertThat(isWhole(small, "jpeg")).isFalse();
    }

    private boolean isWhole(byte[] bytes, String format) throws IOException {
        Path file = Files.write(folder.resolve("picture"), bytes);
        return WholePicture.is(file, "image/" + format);
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage picture = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < 200; x++) for (int y = 0; y < 150; y++) picture.setRGB(x, y, random.nextInt(0xffffff));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }
}
