package org.commonweal.hub.campaigns.player;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a picture goes on to its end. One that was cut on its way begins as any other, and browsers draw the rest grey.
 * It is read along its parts and never unpacked: JPEG (ITU T.81, annex B), PNG (section 5), GIF89a, WebP (RFC 9649).
 */
final class WholePicture {
    private static final int JPEG_END = 0xd9;
    private static final int PNG_SIGNATURE_BYTES = 8;
    private static final int PNG_END = 0x49454e44;
    private static final int GIF_END = 0x3b;
    private static final int CHECKSUM_BYTES = 4;

    private WholePicture() {}

    /** @param mediaType as the hub found it; of other kinds nothing is known, and they are taken for whole */
    static boolean is(Path file, String mediaType) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return switch (mediaType) {
                case "image/jpeg" -> isJpeg(in);
                case "image/png" -> isPng(in);
                case "image/gif" -> isGif(in, Files.size(file));
                case "image/webp" -> isWebp(in, Files.size(file));
                default -> true;
            };
        } catch (EOFException cut) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // A small picture of it may lie within a segment, with an end of its own.
    private static boolean isJpeg(DataInputStream in) throws IOException {
        for (int marker = marker(in); marker != JPEG_END; marker = marker(in))
            if (!standsAlone(marker)) in.skipNBytes(in.readUnsignedShort() - 2);
        return true;
    }

    private static int marker(DataInputStream in) throws IOException {
        int next = in.readUnsignedByte();
        while (next != 0xff) next = in.readUnsignedByte();
        while (next == 0xff) next = in.readUnsignedByte();
        return next;
    }

    // Zero is a byte of the scan; the others are its beginning and its restarts.
    private static boolean standsAlone(int marker) {
        return marker <= 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }

    private static boolean isPng(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_SIGNATURE_BYTES);
        for (; ; ) {
            long bytes = Integer.toUnsignedLong(in.readInt());
            boolean end = in.readInt() == PNG_END;
            in.skipNBytes(bytes + CHECKSUM_BYTES);
            if (end) return true;
        }
    }

    private static boolean isGif(DataInputStream in, long sizeBytes) throws IOException {
        in.skipNBytes(sizeBytes - 1);
        return in.readUnsignedByte() == GIF_END;
    }

    private static boolean isWebp(DataInputStream in, long sizeBytes) throws IOException {
        in.skipNBytes("RIFF".length());
        return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt())) + "RIFF....".length() <= sizeBytes;
    }
}
