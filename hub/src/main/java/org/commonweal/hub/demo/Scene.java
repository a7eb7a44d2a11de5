package org.commonweal.hub.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Drawn in place of photographs: no real tap, stop or person is shown. */
enum Scene {
    RUNNING_TAP {
        @Override
        void fill(Graphics2D sheet, Random chance) {
            tap(sheet);
            sheet.setColor(new Color(0x6FA8C7));
            sheet.fill(new RoundRectangle2D.Double(356, 222, 12, 148, 10, 10));
            bucket(sheet, 0.35 + chance.nextDouble() * 0.4);
        }
    },
    DRY_TAP {
        @Override
        void fill(Graphics2D sheet, Random chance) {
            tap(sheet);
            bucket(sheet, 0);
            sheet.setColor(new Color(0x8A6B45));
            sheet.setStroke(new BasicStroke(2));
            for (int i = 0; i < 9; i++) {
                int x = 40 + chance.nextInt(560);
                int y = 425 + chance.nextInt(40);
                sheet.drawLine(x, y, x + 18, y + 8);
                sheet.drawLine(x + 18, y + 8, x + 26, y + 2);
            }
        }
    },
    BUS_STOP {
        @Override
        void fill(Graphics2D sheet, Random chance) {
            sheet.setColor(new Color(0x5B6467));
            sheet.fill(new Rectangle2D.Double(0, 420, WIDTH, 60));
            sheet.fill(new Rectangle2D.Double(430, 150, 10, 270));
            sheet.setColor(new Color(0x0B5D5B));
            sheet.fill(new RoundRectangle2D.Double(395, 120, 80, 56, 10, 10));
            sheet.setColor(new Color(0xFBF8F2));
            sheet.fill(new RoundRectangle2D.Double(410, 134, 50, 24, 6, 6));
            if (chance.nextBoolean()) {
                sheet.setColor(new Color(0x7A5A36));
                sheet.fill(new Rectangle2D.Double(150, 362, 200, 14));
                sheet.fill(new Rectangle2D.Double(166, 376, 10, 44));
                sheet.fill(new Rectangle2D.Double(324, 376, 10, 44));
            }
        }
    };

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    abstract void fill(Graphics2D sheet, Random chance);

    /** A JPEG of 640 × 480 pixels. */
    byte[] draw(Random chance) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D sheet = image.createGraphics();
        sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(sheet, chance);
        fill(sheet, chance);
        sheet.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
    }

    private static void sky(Graphics2D sheet, Random chance) {
        float hour = chance.nextFloat();
        Color top = Color.getHSBColor(0.56f, 0.25f + 0.2f * hour, 0.92f);
        sheet.setPaint(new GradientPaint(0, 0, top, 0, 330, new Color(0xFBF1DC)));
        sheet.fillRect(0, 0, WIDTH, HEIGHT);
        sheet.setColor(new Color(0xF2D58A));
        sheet.fill(new Ellipse2D.Double(40 + 520 * hour, 50 + 60 * chance.nextDouble(), 54, 54));
        sheet.setColor(new Color(0xC9B48C));
        Path2D hills = new Path2D.Double();
        hills.moveTo(0, 340);
        for (int x = 0; x <= WIDTH; x += 80)
            hills.quadTo(x + 40, 280 + chance.nextInt(50), x + 80, 320 + chance.nextInt(20));
        hills.lineTo(WIDTH, HEIGHT);
        hills.lineTo(0, HEIGHT);
        sheet.fill(hills);
        sheet.setColor(new Color(0xB79A6C));
        sheet.fillRect(0, 390, WIDTH, 90);
    }

    private static void tap(Graphics2D sheet) {
        sheet.setColor(new Color(0xE9E2D4));
        sheet.fill(new Rectangle2D.Double(190, 130, 90, 290));
        sheet.setColor(new Color(0xD6CCB8));
        sheet.fill(new Rectangle2D.Double(180, 112, 110, 24));
        sheet.setColor(new Color(0x5B6467));
        sheet.fill(new RoundRectangle2D.Double(276, 172, 92, 18, 8, 8));
        sheet.fill(new RoundRectangle2D.Double(352, 172, 20, 50, 8, 8));
        sheet.setColor(new Color(0xA8361F));
        sheet.fill(new RoundRectangle2D.Double(300, 146, 48, 12, 8, 8));
        sheet.fill(new Rectangle2D.Double(320, 150, 8, 24));
    }

    /** @param full between 0 and 1 */
    private static void bucket(Graphics2D sheet, double full) {
        Path2D bucket = new Path2D.Double();
        bucket.moveTo(310, 350);
        bucket.lineTo(414, 350);
        bucket.lineTo(400, 440);
        bucket.lineTo(324, 440);
        bucket.closePath();
        sheet.setColor(new Color(0x1D5A99));
        sheet.fill(bucket);
        sheet.setColor(new Color(0x14406E));
        sheet.fill(new Ellipse2D.Double(310, 338, 104, 24));
        if (full == 0) return;
        sheet.setColor(new Color(0x9CC9E0));
        sheet.fill(new Ellipse2D.Double(318, 342 + 8 * (1 - full), 88, 16));
    }
}
