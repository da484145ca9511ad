package au.pip.server.secrets;

import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys in a file. It is read anew each time it is asked for, and parsed when it changed. */
final class FileKeys implements MasterKeys {
    private final KeyFile file;
    private final Wrapping making;
    private final List<Wrapping> alsoOpening;
    private final List<MasterKey> older;
    private final Clock clock;
    private @Nullable Read last;

    /** @param digest of the file, to know it again without keeping it */
    private record Read(String digest, List<KeyLine> lines, Keyring keyring) {}

    /**
     * @param making for new keys; opens its own
     * @param alsoOpening for keys that are written in other ways
     * @param older keys from elsewhere, which open only
     */
    FileKeys(KeyFile file, Wrapping making, List<Wrapping> alsoOpening, List<MasterKey> older, Clock clock) {
        this.file = file;
        this.making = making;
        this.alsoOpening = alsoOpening;
        this.older = older;
        this.clock = clock;
    }

    @Override
    public Keyring keyring() {
        return read().keyring();
    }

    @Override
    public boolean exists() {
        return file.exists();
    }

    @Override
    public void makeFirst() {
        if (!file.exists()) {
            try (Taken _ = new Taken(file.awaitLock())) {
                if (!file.exists()) {
                    keep(new ArrayList<>());
                }
            }
        }
        read();
    }

    @Override
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        if (file.exists()) {
            Keyring keyring = keyring();
            ids.add(keyring.current().id());
            keyring.older().forEach(key -> ids.add(key.id()));
        }
        older.forEach(key -> ids.add(key.id()));
        return ids;
    }

    @Override
    public String inForce() {
        if (!file.exists()) {
            return "No master key in %s%s; ./pip serve makes one when nothing is sealed yet."
                    .formatted(file.path(), opener(making.word()));
        }
        Read read = read();
        KeyLine current = read.lines().getLast();
        return "Master key %s, made on %s, in %s%s%s."
                .formatted(
                        current.id(),
                        current.made().atZone(ZoneOffset.UTC).toLocalDate(),
                        file.path(),
                        opener(current.wrapping()),
                        Counted.of(", and %d older", read.keyring().older().size(), ""));
    }

    /** Of a key that is written otherwise than the settings say: it stays so until a rotation. */
    @Override
    public Optional<String> notice() {
        if (!file.exists() || read().lines().getLast().wrapping().equals(making.word())) {
            return Optional.empty();
        }
        return Optional.of(
                "%s is set, but the master key in force in %s is still readable without AWS KMS: only ./pip secrets rotate puts one in force that is not."
                        .formatted(MasterKeySettings.KMS, file.path()));
    }

    @Override
    public String whenMissing() {
        return "put %s back from your copy, or add the key that was in force to %s"
                .formatted(file.path(), MasterKeySettings.OLD);
    }

    @Override
    public Rotation rotate() {
        Taken taken = new Taken(file.lock());
        try {
            Instant began = now();
            Set<String> retiredBefore = new LinkedHashSet<>();
            List<KeyLine> lines = new ArrayList<>();
            if (file.exists()) {
                for (KeyLine line : read().lines()) {
                    if (line.retired() != null) {
                        retiredBefore.add(line.id());
                    }
                    lines.add(line.retiredAt(began));
                }
            }
            keep(lines);
            return new FileRotation(taken, retiredBefore);
        } catch (RuntimeException failure) {
            taken.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        making.close();
        alsoOpening.forEach(Wrapping::close);
    }

    /** Adds a new key to the others and puts it in force. */
    private void keep(List<KeyLine> others) {
        Wrapped made = making.make();
        others.add(new KeyLine(made.key().id(), now(), null, making.word(), new KeyBytes(made.written())));
        file.replace(KeyFileFormat.written(others));
        Arrays.fill(made.written(), (byte) 0);
        if (!read().keyring().current().id().equals(made.key().id())) {
            throw file.damaged();
        }
    }

    private synchronized Read read() {
        byte[] content = file.read()
                .orElseThrow(() -> new MasterKeyException(
                        "The master key's file %s is gone: put it back from your copy.".formatted(file.path())));
        try {
            String digest = digest(content);
            Read known = last;
            if (known == null || !known.digest().equals(digest)) {
                List<KeyLine> lines = KeyFileFormat.read(content);
                if (lines == null) {
                    throw file.damaged();
                }
                known = new Read(digest, lines, keyring(lines));
                last = known;
            }
            return known;
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private Keyring keyring(List<KeyLine> lines) {
        List<MasterKey> keys = lines.stream().map(this::opened).toList();
        return new Keyring(keys.getLast(), keys.subList(0, keys.size() - 1)).withOlder(older);
    }

    private MasterKey opened(KeyLine line) {
        Wrapping wrapping = Stream.concat(Stream.of(making), alsoOpening.stream())
                .filter(each -> each.word().equals(line.wrapping()))
                .findFirst()
                .orElseThrow(() -> line.wrapping().equals("kms")
                        ? new MasterKeyException(
                                "The master key in %s can only be opened by AWS KMS: set %s to its key."
                                        .formatted(file.path(), MasterKeySettings.KMS))
                        : file.damaged());
        MasterKey key = wrapping.open(line.written().bytes());
        if (!key.id().equals(line.id())) {
            throw file.damaged();
        }
        return key;
    }

    private String opener(String word) {
        return making.word().equals(word) && !making.openedBy().isEmpty() ? ", opened by " + making.openedBy() : "";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256.", missing);
        }
    }

    /** The right to change the file. */
    private record Taken(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private final class FileRotation implements Rotation {
        private final Taken taken;
        private final Set<String> retiredBefore;

        FileRotation(Taken taken, Set<String> retiredBefore) {
            this.taken = taken;
            this.retiredBefore = retiredBefore;
        }

        @Override
        public List<String> drop(Set<String> inUse) {
            List<KeyLine> lines = read().lines();
            List<String> dropped = lines.stream()
                    .map(KeyLine::id)
                    .filter(id -> retiredBefore.contains(id) && !inUse.contains(id))
                    .toList();
            if (!dropped.isEmpty()) {
                file.replace(KeyFileFormat.written(lines.stream()
                        .filter(line -> !dropped.contains(line.id()))
                        .toList()));
            }
            return dropped;
        }

        @Override
        public List<String> afterwards(Set<String> inUse) {
            return read().lines().size() == 1
                    ? List.of()
                    : List.of(
                            "The key that was in force stays in the file until the next rotation; a backup made before needs it as long as you keep the backup.");
        }

        @Override
        public void close() {
            taken.close();
        }
    }
}
