package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.secret.AllSecrets;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.SecretPlace;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.evaluation.Program.Ended;
import au.pip.kms.KmsStandIn;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import au.pip.server.secrets.MasterKeySettings;
import au.pip.server.secrets.MasterKeys;
import au.pip.store.jdbc.JdbcStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./pip secrets rotate} as a process of its own, beside a server and beside one that seals all the time. */
@Tag("slow")
@Timeout(600)
class SecretsRotationTest {
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    private Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PIP_DEMO",
                "1",
                "PIP_PORT",
                "0",
                "PIP_DATA_DIR",
                folder.resolve("data").toString()));
        for (int index = 0; index < more.length; index += 2) {
            settings.put(more[index], more[index + 1]);
        }
        return settings;
    }

    private Program secrets(Map<String, String> settings, String... arguments) {
        return Program.start(folder, "server", "au.pip.server.PipSecrets", settings, arguments);
    }

    private Ended ended(Map<String, String> settings, String... arguments) {
        try (Program program = secrets(settings, arguments)) {
            return program.awaitEnd();
        }
    }

    private static SecretPlace place(int number) {
        return new SecretPlace(new AccountId("account-" + number % 5), "model-key", "owner-" + number);
    }

    @Test
    void losesNothingWhenItIsKilledAgainAndAgain() throws Exception {
        Map<String, String> settings = settings();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Program server = Program.server(folder, settings)) {
            server.awaitLine("pip ready on (\\S+)");
            try (Stores stores = JdbcStores.openSqlite(folder.resolve("data").resolve("pip.db"));
                    MasterKeys keys =
                            MasterKeySettings.read(new Settings(settings, DotEnv.empty()), folder.resolve("data"))) {
                SecretBox box = SecretBox.over(keys);
                Secrets secrets = new Secrets(stores.secrets(), box);
                AllSecrets all = new AllSecrets(stores.secrets(), box);
                Map<Integer, String> last = new ConcurrentHashMap<>();
                for (int number = 0; number < ROWS; number++) {
                    put(secrets, last, number, "first");
                }
                AtomicBoolean stop = new AtomicBoolean();
                AtomicReference<Throwable> failure = new AtomicReference<>();
                Thread sealing = Thread.ofPlatform().start(() -> {
                    try {
                        for (int round = 0; !stop.get(); round++) {
                            put(secrets, last, round * 7 % ROWS, "round " + round);
                        }
                    } catch (Throwable thrown) {
                        failure.set(thrown);
                    }
                });
                try {
                    for (int kill = 0; kill < 6; kill++) {
                        killMidway(settings, keys, all, random.nextInt(ROWS));
                    }
                } finally {
                    stop.set(true);
                    sealing.join();
                }
                assertThat(failure.get()).as("seed " + seed).isNull();
                Ended rotated = ended(settings, "rotate");
                assertThat(rotated.status()).as(rotated.toString()).isZero();
                assertThat(all.count().byKey())
                        .containsExactly(Map.entry(keys.keyring().current().id(), (long) ROWS));
                last.forEach(
                        (number, text) -> assertThat(secrets.open(place(number)).map(Secrets.Kept::text))
                                .as("seed " + seed)
                                .contains(text));
                Ended again = ended(settings, "rotate");
                assertThat(again.out()).contains("Dropped from the key file");
                assertThat(ended(settings, "verify").out()).isEqualTo(ROWS + " of " + ROWS + " secrets opened.\n");
            }
            assertThat(server.terminate().err()).doesNotContain("Exception");
        }
    }

    private static void put(Secrets secrets, Map<Integer, String> last, int number, String text) {
        secrets.put(place(number), text);
        last.put(number, text);
    }

    /** Kills it once so many rows stand under the key that it made, or at its end. */
    private void killMidway(Map<String, String> settings, MasterKeys keys, AllSecrets all, int rows) {
        String before = keys.keyring().current().id();
        try (Program rotation = secrets(settings, "rotate")) {
            while (rotation.isAlive()) {
                String current = keys.keyring().current().id();
                if (!current.equals(before) && all.count().byKey().getOrDefault(current, 0L) >= rows) {
                    break;
                }
            }
            rotation.kill();
        }
        assertThat(keys.keyring().current().id()).isNotEqualTo(before);
    }

    @Test
    void refusesAKeyFileThatOthersMayRead() throws Exception {
        Map<String, String> settings = settings();
        try (Program server = Program.server(folder, settings)) {
            server.awaitLine("pip ready on (\\S+)");
        }
        Path file = folder.resolve("data").resolve("master.key");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (Program server = Program.server(folder, settings)) {
            Ended refused = server.awaitEnd();
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err())
                    .isEqualTo("pip: The master key's file %s is open to others (rw-r--r--): run chmod 600 %s.\n"
                            .formatted(file, file));
        }
        Ended status = ended(settings, "status");
        assertThat(status.status()).isEqualTo(1);
        assertThat(status.err()).startsWith("pip: ").hasLineCount(1);
    }

    @Test
    void startsWithAKeyThatKmsOpens() {
        try (KmsStandIn kms = KmsStandIn.start()) {
            Map<String, String> settings = settings(
                    "PIP_MASTER_KEY_KMS",
                    KmsStandIn.ARN,
                    "AWS_ENDPOINT_URL_KMS",
                    kms.address().toString(),
                    "AWS_ACCESS_KEY_ID",
                    "AKIDPRETEND",
                    "AWS_SECRET_ACCESS_KEY",
                    "pretend-secret");
            try (Program server = Program.server(folder, settings)) {
                server.awaitLine("pip ready on (\\S+)");
            }
            assertThat(kms.calls())
                    .extracting(KmsStandIn.Call::target)
                    .containsExactly("TrentService.GenerateDataKey", "TrentService.Decrypt");
            Ended status = ended(settings, "status");
            assertThat(status.status()).isZero();
            assertThat(status.out()).startsWith("Master key ").contains(", opened by AWS KMS with " + KmsStandIn.ARN);
            assertThat(ended(settings, "rotate").status()).isZero();

            kms.failing(400, "DisabledException");
            for (Ended refused : List.of(served(settings), ended(settings, "status"), ended(settings, "rotate"))) {
                assertThat(refused.status()).isEqualTo(1);
                assertThat(refused.err())
                        .isEqualTo(
                                "pip: The key %s of AWS KMS is disabled: enable it there.\n".formatted(KmsStandIn.ARN));
            }
        }
    }

    private Ended served(Map<String, String> settings) {
        try (Program server = Program.server(folder, settings)) {
            return server.awaitEnd();
        }
    }
}
