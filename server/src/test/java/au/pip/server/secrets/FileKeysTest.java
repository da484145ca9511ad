package au.pip.server.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeysTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T05:06:07.89Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("data").resolve("master.key");
    }

    /** As another process has them. */
    private FileKeys keys(MasterKey... older) {
        return new FileKeys(new KeyFile(file), new PlainWrapping(), List.of(), List.of(older), CLOCK);
    }

    private FileKeys made() {
        FileKeys keys = keys();
        keys.makeFirst();
        return keys;
    }

    private static String current(FileKeys keys) {
        return keys.keyring().current().id();
    }

    private void allow(String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static void refuses(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContainingAll(parts)
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
    }

    @Test
    void makesAFileThatOnlyItsOwnerMayRead() throws Exception {
        FileKeys keys = made();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("master.key", "master.key.lock");
        assertThat(Files.readString(file))
                .startsWith("pip master keys, version 1\n#")
                .contains(current(keys) + " 2026-11-27T05:06:07Z - plain ");
        assertThat(keys.inForce())
                .isEqualTo("Master key %s, made on 2026-11-27, in %s.".formatted(current(keys), file));
    }

    @Test
    void keepsTheKeyThatIsThere() {
        String first = current(made());
        assertThat(current(made())).isEqualTo(first);
    }

    @Test
    void makesOneKeyWhenManyStartAtOnce() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<Thread> starts = Stream.generate(() -> Thread.ofPlatform().start(() -> {
                    FileKeys keys = keys();
                    while (true) {
                        try {
                            keys.makeFirst();
                            seen.add(current(keys));
                            return;
                        } catch (MasterKeyException busy) {
                            // The lock of files is one a process: threads of one process are refused, not queued.
                            Thread.onSpinWait();
                        }
                    }
                }))
                .limit(8)
                .toList();
        for (Thread start : starts) {
            start.join();
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void refusesAFileThatOthersMayRead() throws Exception {
        made();
        for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            allow(mode);
            refuses(() -> keys().keyring(), mode, "run chmod 600 " + file);
        }
        allow("r--------");
        assertThat(current(keys())).isNotEmpty();
    }

    @Test
    void refusesAFileThatWasCutAnywhere() throws Exception {
        FileKeys keys = made();
        keys.rotate().close();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            refuses(() -> keys().keyring(), "is damaged: put it back from your copy");
        }
        Files.write(file, whole);
        assertThat(current(keys())).isEqualTo(current(keys));
    }

    @Test
    void takesNoOtherKeyForTheOneThatItWas() throws Exception {
        String id = current(made());
        byte[] whole = Files.readAllBytes(file);
        int line = new String(whole, UTF_8).indexOf(id);
        for (int at = line; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            try {
                // What is left is another date, at most.
                assertThat(current(keys())).isEqualTo(id);
            } catch (MasterKeyException refused) {
                assertThat(refused).hasMessageContaining("is damaged");
            }
        }
    }

    @Test
    void saysThatTheFileIsGone() throws Exception {
        FileKeys keys = made();
        Files.delete(file);
        refuses(keys::keyring, "is gone: put it back from your copy");
    }

    @Test
    void refusesAFolderItCannotWrite() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        refuses(() -> keys().makeFirst(), "No master key can be made in", MasterKeySettings.FILE);
    }

    @Test
    void noticesAKeyThatAnotherProcessMade() {
        FileKeys running = made();
        String before = current(running);
        FileKeys other = keys();
        other.rotate().close();
        assertThat(current(running)).isNotEqualTo(before).isEqualTo(current(other));
        assertThat(running.keyring().older()).extracting(MasterKey::id).containsExactly(before);
    }

    @Test
    void parsesOnlyWhatChanged() {
        FileKeys keys = made();
        Keyring first = keys.keyring();
        assertThat(keys.keyring()).isSameAs(first);
    }

    @Test
    void dropsAKeyOnlyInALaterRotationAndOnlyWhenNothingStandsUnderIt() {
        FileKeys keys = made();
        String first = current(keys);
        try (MasterKeys.Rotation rotation = keys.rotate()) {
            assertThat(rotation.drop(Set.of())).isEmpty();
            assertThat(rotation.afterwards(Set.of())).singleElement().asString().contains("until the next rotation");
        }
        String second = current(keys);
        try (MasterKeys.Rotation rotation = keys.rotate()) {
            assertThat(rotation.drop(Set.of(first)))
                    .as("something stands under it")
                    .isEmpty();
        }
        String third = current(keys);
        assertThat(keys.ids()).containsExactlyInAnyOrder(first, second, third);
        try (MasterKeys.Rotation rotation = keys.rotate()) {
            assertThat(rotation.drop(Set.of(second))).containsExactly(first);
        }
        assertThat(keys.ids()).containsExactlyInAnyOrder(second, third, current(keys));
        assertThat(current(keys())).isEqualTo(current(keys));
    }

    @Test
    void letsOneRotationGoOnAtATime() {
        FileKeys keys = made();
        try (MasterKeys.Rotation _ = keys.rotate()) {
            refuses(() -> keys().rotate(), "is being changed by another process");
        }
        keys().rotate().close();
    }

    @Test
    void removesWhatAKilledRotationLeft() throws Exception {
        FileKeys keys = made();
        Files.writeString(file.resolveSibling("master.key.new"), "half a fi");
        keys.rotate().close();
        assertThat(names()).containsExactly("master.key", "master.key.lock");
    }

    @Test
    void opensWithOlderKeysFromElsewhere() {
        MasterKey elsewhere = MasterKey.random(new SecureRandom());
        assertThat(keys(elsewhere).ids()).containsExactly(elsewhere.id());
        made();
        assertThat(keys(elsewhere).keyring().find(elsewhere.id())).isPresent();
    }

    @Test
    void saysThatAKeyNeedsKms() throws Exception {
        made();
        Files.writeString(file, Files.readString(file).replace(" plain ", " kms "));
        refuses(() -> keys().keyring(), "can only be opened by AWS KMS", MasterKeySettings.KMS);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
