package org.commonweal.tlog.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.note.VerifierKey;

/**
 * {@code verify FILE [--key VKEY]}: checks a proof file without a network and prints one screen. Without a key the status
 * is 0 for whatever agrees with itself, be it made up; the screen says so.
 *
 * <p>Example: {@code System.exit(new VerifyCommand().run(List.of(args), System.out, System.err))}.
 */
public final class VerifyCommand {
    private static final int COLUMNS = 80;

    /** The file holds; without a key, only in itself. */
    public static final int HOLDS = 0;

    /** The file is refused; the reason was printed. */
    public static final int REFUSED = 1;

    /** The command was not understood. */
    public static final int USAGE = 2;

    /**
     * @param args a file, and perhaps {@code --key} with a verifier key line
     * @param out what is proven and what is not
     * @param err why the file is refused
     * @return the exit status: 0, 1 or 2
     */
    public int run(List<String> args, PrintStream out, PrintStream err) {
        boolean withKey = args.size() == 3 && args.get(1).equals("--key");
        if (args.size() != 1 && !withKey || args.getFirst().startsWith("--")) {
            err.println("Usage: verify FILE [--key VKEY]");
            err.println("  FILE  a proof file, as a finding's page offers it");
            err.println("  VKEY  the log's key, name+id+base64, as its publisher gives it");
            err.println(
                    "Ends with 0 when the file holds, 1 when it does not. Without --key, 0 says only that the file");
            err.println("agrees with itself, which anybody's does who makes one up: give --key in a script.");
            return USAGE;
        }
        try {
            Optional<VerifierKey> key = withKey ? Optional.of(VerifierKey.parse(args.get(2))) : Optional.empty();
            return check(args.getFirst(), key, out, err);
        } catch (LogFormatException noKey) {
            err.println("REFUSED. Nothing was checked, for what you gave with --key is no key. " + noKey.getMessage()
                    + ". Take it again from whoever publishes it.");
            return REFUSED;
        }
    }

    private static int check(String path, Optional<VerifierKey> key, PrintStream out, PrintStream err) {
        try {
            ProofFile file = ProofFile.parse(read(Path.of(path)));
            print(key.isPresent() ? Verification.of(file, key.get()) : Verification.of(file), out);
            return HOLDS;
        } catch (LogFormatException noProof) {
            err.println("REFUSED. " + path + " is no whole proof file. " + noProof.getMessage()
                    + ".\nGive the proof as it was downloaded from a finding's page; it is JSON and says "
                    + ProofFile.FORMAT + " in its second line.");
        } catch (VerificationException refused) {
            err.println("REFUSED. " + refused.getMessage());
        } catch (NoSuchFileException missing) {
            err.println("REFUSED. There is no file " + missing.getFile());
        } catch (AccessDeniedException forbidden) {
            err.println("REFUSED. The file may not be read by you: " + forbidden.getFile());
        } catch (InvalidPathException noPath) {
            err.println("REFUSED. A file cannot be called so: " + noPath.getInput());
        } catch (IOException unreadable) {
            err.println("REFUSED. The file cannot be read: " + unreadable.getMessage());
        }
        return REFUSED;
    }

    /** No more than is read of any proof, whatever the file says of its length: a device or a pipe has none. */
    private static byte[] read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(ProofFile.MAX_BYTES + 1);
            if (bytes.length > ProofFile.MAX_BYTES) {
                throw new IOException("it has more than %d bytes".formatted(ProofFile.MAX_BYTES));
            }
            return bytes;
        }
    }

    private static void print(Verification verification, PrintStream out) {
        out.println(verification.headline());
        verification.proven().forEach(line -> print("  + ", line, out));
        out.println("Not proven:");
        verification.notProven().forEach(line -> print("  - ", line, out));
    }

    /** In lines of a terminal; only what has no blank, such as a digest, may be longer. */
    private static void print(String mark, String sentence, PrintStream out) {
        StringBuilder line = new StringBuilder(mark);
        boolean first = true;
        for (String word : sentence.split(" ")) {
            if (!first && line.length() + 1 + word.length() > COLUMNS) {
                out.println(line);
                line = new StringBuilder(" ".repeat(mark.length()));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        out.println(line);
    }
}
