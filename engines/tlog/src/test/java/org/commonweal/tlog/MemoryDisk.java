package org.commonweal.tlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk that can be cut off at any step, and that knows what a loss of power may undo: the content of a file since its
 * last sync, the names in a directory since that directory's last sync. It promises no more than POSIX does.
 */
final class MemoryDisk implements Disk {
    /** What is there after the machine starts again. */
    enum Loss {
        /** The process was killed: the system still has all that was written. */
        NOTHING,
        /** The power went: nothing is left but what was synced. */
        EVERYTHING_UNSYNCED,
        /** The power went while the system wrote in an order of its own: any part of it may be left. */
        ANYTHING_UNSYNCED
    }

    /** The disk was cut off here; nothing works any more until {@link #restart}. */
    static final class CutOff extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Everything that ever stood at a path named {@code checkpoint}. */
    final List<byte[]> published = new ArrayList<>();

    private final Folder root;
    private int steps;
    private int cutAt = Integer.MAX_VALUE;

    MemoryDisk() {
        this(new Folder());
    }

    private MemoryDisk(Folder root) {
        this.root = root;
    }

    private static final class Content {
        byte[] live = new byte[0];
        byte[] durable = new byte[0];
    }

    private static final class Folder {
        final Map<String, Object> live = new TreeMap<>();
        final Map<String, Object> durable = new HashMap<>();
    }

    int steps() {
        return steps;
    }

    /** Cuts the disk off in the midst of the step with this number, counted from now. */
    void cutAfter(int furtherSteps) {
        cutAt = steps + furtherSteps;
    }

    /** The disk as it is found after a restart. */
    MemoryDisk restart(Loss loss, Random random) {
        MemoryDisk restarted = new MemoryDisk(left(root, loss, random, new HashMap<>()));
        restarted.published.addAll(published);
        return restarted;
    }

    private static Folder left(Folder folder, Loss loss, Random random, Map<Content, Content> seen) {
        Folder left = new Folder();
        Set<String> names = new HashSet<>(folder.live.keySet());
        names.addAll(folder.durable.keySet());
        for (String name : names) {
            boolean live = loss == Loss.NOTHING || loss == Loss.ANYTHING_UNSYNCED && random.nextBoolean();
            Object node = live ? folder.live.get(name) : folder.durable.get(name);
            if (node != null) {
                Object after = node instanceof Folder inner
                        ? left(inner, loss, random, seen)
                        : seen.computeIfAbsent((Content) node, content -> left(content, loss, random));
                left.live.put(name, after);
                left.durable.put(name, after);
            }
        }
        return left;
    }

    private static Content left(Content content, Loss loss, Random random) {
        Content left = new Content();
        left.live = switch (loss) {
            case NOTHING -> content.live;
            case EVERYTHING_UNSYNCED -> content.durable;
            case ANYTHING_UNSYNCED -> mixed(content, random);
        };
        left.durable = left.live;
        return left;
    }

    /** Any length between, any of the new bytes, zeros where a block was not written yet. */
    private static byte[] mixed(Content content, Random random) {
        if (Arrays.equals(content.live, content.durable)) {
            return content.live;
        }
        if (random.nextInt(3) == 0) {
            return random.nextBoolean() ? content.live : content.durable;
        }
        int shorter = Math.min(content.live.length, content.durable.length);
        int longer = Math.max(content.live.length, content.durable.length);
        byte[] mixed = Arrays.copyOf(content.durable, shorter + random.nextInt(longer - shorter + 1));
        for (int i = 0; i < mixed.length && i < content.live.length; i++) {
            // The part that was durable is still as it was where both agree.
            boolean same = i < content.durable.length && content.live[i] == content.durable[i];
            if (same || random.nextInt(4) != 0) {
                mixed[i] = content.live[i];
            }
        }
        return mixed;
    }

    /** @return whether this very step is the one to be cut off in */
    private boolean step() throws CutOff {
        if (steps >= cutAt) {
            throw new CutOff();
        }
        steps++;
        return steps == cutAt;
    }

    private @Nullable Object find(Path path) {
        Object node = root;
        for (Path name : path) {
            node = node instanceof Folder folder ? folder.live.get(name.toString()) : null;
        }
        return node;
    }

    private Folder folder(Path path) throws NoSuchFileException {
        if (path != null && find(path) instanceof Folder folder) {
            return folder;
        }
        throw new NoSuchFileException(String.valueOf(path));
    }

    private Content file(Path path) throws NoSuchFileException {
        if (find(path) instanceof Content content) {
            return content;
        }
        throw new NoSuchFileException(path.toString());
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return file(file).live.clone();
    }

    @Override
    public boolean exists(Path path) {
        return find(path) != null;
    }

    @Override
    public List<Path> list(Path directory) {
        List<Path> files = new ArrayList<>();
        if (find(directory) instanceof Folder folder) {
            folder.live.forEach((name, node) -> {
                if (node instanceof Content) {
                    files.add(directory.resolve(name));
                } else {
                    files.addAll(list(directory.resolve(name)));
                }
            });
        }
        return files;
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        if (!exists(directory) && !step()) {
            Path parent = directory.getParent();
            (parent.getNameCount() == 0 ? root : folder(parent))
                    .live.put(directory.getFileName().toString(), new Folder());
        }
        throwIfCut();
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        boolean cut = step();
        Content content = new Content();
        content.live = cut ? Arrays.copyOf(bytes, bytes.length / 2) : bytes.clone();
        folder(file.getParent()).live.put(file.getFileName().toString(), content);
        throwIfCut();
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (!step()) {
            Content content = file(from);
            folder(from.getParent()).live.remove(from.getFileName().toString());
            folder(to.getParent()).live.put(to.getFileName().toString(), content);
            if (to.endsWith("checkpoint")) {
                published.add(content.live);
            }
        }
        throwIfCut();
    }

    @Override
    public void delete(Path path) throws IOException {
        if (exists(path) && !step()) {
            if (find(path) instanceof Folder folder && !folder.live.isEmpty()) {
                throw new IOException(path + " is not empty");
            }
            folder(path.getParent()).live.remove(path.getFileName().toString());
        }
        throwIfCut();
    }

    @Override
    public void sync(Path file) throws IOException {
        Content content = file(file);
        if (!step()) {
            content.durable = content.live;
        }
        throwIfCut();
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        Folder folder = folder(directory);
        if (!step()) {
            folder.durable.clear();
            folder.durable.putAll(folder.live);
        }
        throwIfCut();
    }

    private void throwIfCut() throws CutOff {
        if (steps >= cutAt) {
            throw new CutOff();
        }
    }

    @Override
    public Tail openTail(Path file) throws IOException {
        return new MemoryTail(file(file));
    }

    private final class MemoryTail implements Tail {
        private final Content content;

        MemoryTail(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.live.length;
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            boolean cut = step();
            int written = cut ? bytes.length / 2 : bytes.length;
            byte[] longer = Arrays.copyOf(content.live, content.live.length + written);
            System.arraycopy(bytes, 0, longer, content.live.length, written);
            content.live = longer;
            throwIfCut();
        }

        @Override
        public void truncate(long size) throws IOException {
            if (size < content.live.length && !step()) {
                content.live = Arrays.copyOf(content.live, (int) size);
            }
            throwIfCut();
        }

        @Override
        public void sync() throws IOException {
            if (!step()) {
                content.durable = content.live;
            }
            throwIfCut();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
