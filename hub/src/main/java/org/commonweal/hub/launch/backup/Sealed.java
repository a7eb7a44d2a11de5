package org.commonweal.hub.launch.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePBEDataDecryptorFactoryBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;
import org.commonweal.hub.launch.place.Refused;

/**
 * OpenPGP under a passphrase (RFC 9580 §5.3, §5.13.1): AES-256 in an integrity-protected packet, which every OpenPGP
 * program of the last twenty years opens.
 */
final class Sealed {
    private static final int BUFFER_BYTES = 1 << 16;
    // The largest count that RFC 9580 §3.7.1.3 can say: 65 MB are hashed for each guess at the passphrase.
    private static final int SLOWEST = 0xff;

    private Sealed() {}

    /** What is written comes out encrypted; closing completes it and leaves {@code out} open. */
    static OutputStream write(OutputStream out, char[] passphrase) throws IOException {
        try {
            PGPEncryptedDataGenerator generator =
                    new PGPEncryptedDataGenerator(new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .setWithIntegrityPacket(true)
                            .setSecureRandom(new SecureRandom()));
            generator.addMethod(new JcePBEKeyEncryptionMethodGenerator(
                    passphrase, digests().get(HashAlgorithmTags.SHA256), SLOWEST));
            OutputStream encrypted = generator.open(out, new byte[BUFFER_BYTES]);
            OutputStream literal = new PGPLiteralDataGenerator()
                    .open(encrypted, PGPLiteralData.BINARY, "commonweal.tar.gz", new Date(), new byte[BUFFER_BYTES]);
            return closingBoth(literal, encrypted);
        } catch (PGPException fault) {
            throw new IOException("The encryption could not be set up", fault);
        }
    }

    /** Reads what is inside. */
    interface Reader<T> {
        T read(InputStream clear) throws Exception;
    }

    /**
     * Gives the content to a reader, and its result back only when every byte proved to be the one written.
     *
     * @throws Refused when the passphrase is wrong, or the file is damaged, cut off or of another kind
     */
    static <T> T read(InputStream in, char[] passphrase, Reader<T> reader) throws Exception {
        PGPPBEEncryptedData data = head(in);
        InputStream clear = open(data, passphrase);
        T result;
        try {
            result = reader.read(clear);
            clear.transferTo(OutputStream.nullOutputStream());
        } catch (IOException damaged) {
            throw new Refused("The backup can't be read to its end (" + damaged.getMessage()
                    + "): it is damaged or cut off. Use another copy.");
        }
        if (!data.isIntegrityProtected() || !data.verify())
            throw new Refused("The backup is not what was written: a byte was changed. Use another copy.");
        return result;
    }

    private static PGPPBEEncryptedData head(InputStream in) throws IOException {
        try {
            if (new BcPGPObjectFactory(in).nextObject() instanceof PGPEncryptedDataList list
                    && list.get(0) instanceof PGPPBEEncryptedData data) return data;
        } catch (IOException otherBytes) {
            // Said below: the library's words are about packets.
        }
        throw new Refused("That file is no backup: it does not begin as an OpenPGP file under a passphrase does.");
    }

    private static InputStream open(PGPPBEEncryptedData data, char[] passphrase) throws IOException {
        try {
            InputStream packets =
                    data.getDataStream(new JcePBEDataDecryptorFactoryBuilder(digests()).build(passphrase));
            if (new BcPGPObjectFactory(packets).nextObject() instanceof PGPLiteralData literal)
                return literal.getInputStream();
        } catch (PGPException | IOException wrongKey) {
            // Two bytes tell most wrong passphrases; the others yield packets that make no sense.
        }
        throw new Refused("The passphrase does not open that backup.");
    }

    // The JDK's own SHA-256 and AES, which use what the processor has for them.
    private static PGPDigestCalculatorProvider digests() throws PGPException {
        return new JcaPGPDigestCalculatorProviderBuilder().build();
    }

    private static OutputStream closingBoth(OutputStream inner, OutputStream outer) {
        return new FilterOutputStream(inner) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                inner.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                inner.close();
                outer.close();
            }
        };
    }
}
