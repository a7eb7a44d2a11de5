package org.commonweal.hub.campaigns.player;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos as telephones take them, and what is looked at in one that was sent. */
final class Photos {
    private Photos() {}

    // Noise, so that it does not compress to nothing.
    static byte[] large() {
        BufferedImage picture = new BufferedImage(2600, 1900, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < picture.getWidth(); x++)
            for (int y = 0; y < picture.getHeight(); y++) picture.setRGB(x, y, random.nextInt(0xffffff));
        return jpeg(picture);
    }

    // A landscape with grain, and an Exif segment (APP1) behind the first marker as cameras write it.
    static byte[] withItsPlace() {
        BufferedImage picture = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        int[] line = new int[4000];
        for (int y = 0; y < 3000; y++) {
            for (int x = 0; x < line.length; x++) {
                int grain = random.nextInt(24);
                line[x] = (60 + y * 120 / 3000 + grain << 16) | (90 + x * 100 / 4000 + grain << 8) | (80 + grain);
            }
            picture.setRGB(0, y, line.length, 1, line, 0, line.length);
        }
        byte[] plain = jpeg(picture);
        byte[] exif = "Exif\0\0MM\0*\0\0\0\10\0\0 GPS of the photo 44.8125 N 20.4612 E"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (exif.length + 2 >> 8), (byte) (exif.length + 2)});
        out.writeBytes(exif);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    static String sizeOf(byte[] jpeg) {
        try {
            BufferedImage picture = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
            return picture.getWidth() + " x " + picture.getHeight();
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
