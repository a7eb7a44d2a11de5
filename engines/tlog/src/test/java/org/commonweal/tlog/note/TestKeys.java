package org.commonweal.tlog.note;

import java.util.Arrays;
import org.commonweal.tlog.format.LogFormatException;

/** Keys that are the same in every run, for vectors. */
public final class TestKeys {
    private TestKeys() {}

    /** The key whose seed is 32 times the same byte. */
    public static SignerKey of(String name, int seedByte) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) seedByte);
        try {
            return SignerKey.ofSeed(name, seed);
        } catch (LogFormatException badName) {
            throw new IllegalArgumentException(badName);
        }
    }
}
