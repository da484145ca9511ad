package au.pip.server.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.AccountId;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import au.pip.assistant.secret.SecretPlace;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.kms.KmsStandIn;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import au.pip.store.jdbc.JdbcStores;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./pip secrets} beside a server, over a real database. */
class SecretsCommandTest {
    private static final AccountId ANN = new AccountId("ann");
    private static final String PLANTED = "sk-planted-in-the-vault";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private record Ended(int status, String out, String err) {}

    private Settings settings() {
        return new Settings(environment, DotEnv.empty());
    }

    private Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Path database = folder.resolve("pip.db");
        int status = SecretsCommand.run(
                () -> new Installation(
                        settings(), folder, () -> Files.exists(database), () -> JdbcStores.openSqliteAsItIs(database)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                arguments);
        Ended ended = new Ended(status, out.toString(UTF_8), err.toString(UTF_8));
        assertThat(ended.out() + ended.err()).doesNotContain(PLANTED).doesNotContain("\tat ");
        return ended;
    }

    /** What a server holds open. */
    private final class Server implements AutoCloseable {
        final Stores stores = JdbcStores.openSqlite(folder.resolve("pip.db"));
        final ServerSecrets held;

        Server() {
            try {
                held = ServerSecrets.open(settings(), folder, stores.secrets());
            } catch (RuntimeException failure) {
                stores.close();
                throw failure;
            }
        }

        Secrets secrets() {
            return held.secrets();
        }

        @Override
        public void close() {
            held.close();
            stores.close();
        }
    }

    private static SecretPlace place(int number) {
        return new SecretPlace(ANN, "model-key", "owner-" + number);
    }

    private static String written(MasterKey key) {
        return Base64.getEncoder().encodeToString(key.bytes());
    }

    @Test
    void saysThatThereIsNothingYetAndMakesNothing() {
        Ended status = run("status");
        assertThat(status.status()).isZero();
        assertThat(status.out()).contains("No master key in").contains("There is no database yet");
        assertThat(run("rotate")).isEqualTo(new Ended(1, "", "pip: there is no database yet: ./pip serve makes it.\n"));
        assertThat(run("verify").status()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rotatesWhileTheServerRuns() {
        try (Server server = new Server()) {
            for (int number = 0; number < 120; number++) {
                server.secrets().put(place(number), PLANTED + number);
            }
            assertThat(run("status").out()).contains("120 secrets in the database: 120 under this key.");
            Ended rotated = run("rotate");
            assertThat(rotated.status()).isZero();
            assertThat(rotated.out())
                    .startsWith("120 secrets sealed anew under the master key ")
                    .contains("stays in the file until the next rotation");
            assertThat(server.secrets().open(place(7)).map(Secrets.Kept::text)).contains(PLANTED + 7);
            server.secrets().put(place(7), PLANTED + "anew");
            assertThat(run("status").out()).contains("120 under this key.");
            Ended again = run("rotate");
            assertThat(again.out()).contains("120 secrets sealed anew").contains("Dropped from the key file");
            assertThat(server.secrets().open(place(7)).map(Secrets.Kept::text)).contains(PLANTED + "anew");
            Ended verified = run("verify");
            assertThat(verified).isEqualTo(new Ended(0, "120 of 120 secrets opened.\n", ""));
        }
    }

    @Test
    void takesTheNewKeyFromTheSettings() {
        MasterKey first = MasterKey.random(new SecureRandom());
        MasterKey second = MasterKey.random(new SecureRandom());
        environment.put("PIP_MASTER_KEY", written(first));
        try (Server server = new Server()) {
            server.secrets().put(place(1), PLANTED);
        }
        environment.put("PIP_MASTER_KEY", written(second));
        Ended lost = run("status");
        assertThat(lost.status()).isEqualTo(3);
        assertThat(lost.err())
                .contains("1 secret cannot be opened")
                .contains("add the key that was in force to PIP_MASTER_KEY_OLD");
        environment.put("PIP_MASTER_KEY_OLD", written(first));
        assertThat(run("status").out()).contains("0 under this key, 1 under older ones");
        Ended rotated = run("rotate");
        assertThat(rotated.out())
                .startsWith("1 secret sealed anew under the master key " + second.id() + ".")
                .contains("Nothing stands under the keys in PIP_MASTER_KEY_OLD");
        environment.remove("PIP_MASTER_KEY_OLD");
        assertThat(run("verify").out()).isEqualTo("1 of 1 secret opened.\n");
    }

    @Test
    void movesFromTheFileToTheSettings() throws Exception {
        try (Server server = new Server()) {
            server.secrets().put(place(1), PLANTED);
        }
        String line = Files.readAllLines(folder.resolve("master.key")).getLast();
        environment.put("PIP_MASTER_KEY_OLD", line.substring(line.lastIndexOf(' ') + 1));
        environment.put("PIP_MASTER_KEY", written(MasterKey.random(new SecureRandom())));
        assertThat(run("rotate").out()).startsWith("1 secret sealed anew");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void makesNoNewKeyThatWouldHideThatTheOldOneIsLost() throws Exception {
        try (Server server = new Server()) {
            server.secrets().put(place(1), PLANTED);
        }
        Path file = folder.resolve("master.key");
        byte[] copy = Files.readAllBytes(file);
        Files.delete(file);
        assertThatThrownBy(Server::new)
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("The database holds 1 secret, and the master key is not here")
                .hasMessageContaining("--forget");
        for (String command : new String[] {"rotate", "verify", "status"}) {
            Ended refused = run(command);
            assertThat(refused.status()).isIn(1, 3);
            assertThat(refused.err()).startsWith("pip: ").contains("put " + file + " back from your copy");
        }
        assertThat(file).doesNotExist();

        Files.write(file, copy);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(run("verify").status()).isZero();

        Files.delete(file);
        Ended forgotten = run("rotate", "--forget");
        assertThat(forgotten.status()).isZero();
        assertThat(forgotten.out()).contains("1 secret could not be opened and was removed");
        try (Server server = new Server()) {
            assertThat(server.secrets().open(place(1))).isEmpty();
        }
    }

    @Test
    void tellsEachSecretThatCannotBeOpenedInALine() {
        try (Server server = new Server()) {
            server.secrets().put(place(1), PLANTED);
            String sealed = server.stores
                    .secrets()
                    .find(ANN, "model-key", "owner-1")
                    .orElseThrow()
                    .sealed();
            server.stores.secrets().put(new AccountId("ben"), "model-key", "owner-1", 0, sealed);
            server.stores.secrets().put(ANN, "model-key", "owner-2", 0, "v1.nonsense");
        }
        Ended verified = run("verify");
        assertThat(verified.status()).isEqualTo(3);
        assertThat(verified.out()).isEqualTo("1 of 3 secrets opened.\n");
        assertThat(verified.err().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "pip: The secret model-key of owner-1 (account ben) cannot be opened: it was changed"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "pip: The secret model-key of owner-2 (account ann) cannot be opened: it is damaged"));
        Ended rotated = run("rotate");
        assertThat(rotated.status()).isEqualTo(3);
        assertThat(rotated.out())
                .contains("1 secret sealed anew")
                .contains("2 secrets could not be opened and were left as they are (--forget removes them).");
        assertThat(run("rotate", "--forget").status()).isZero();
        assertThat(run("verify")).isEqualTo(new Ended(0, "1 of 1 secret opened.\n", ""));
    }

    @Test
    void whoLooksAtAnOlderDatabaseChangesNoByte() throws Exception {
        new Server().close();
        Path database = folder.resolve("pip.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM flyway_schema_history WHERE installed_rank > 1");
        }
        byte[] before = Files.readAllBytes(database);
        for (String command : new String[] {"status", "verify", "rotate"}) {
            Ended refused = run(command);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("pip: The database " + database + " has the tables of an older Pip")
                    .hasLineCount(1);
            assertThat(Files.readAllBytes(database)).isEqualTo(before);
        }
    }

    @Test
    void tellsThatAPlainKeyStaysInForceUntilARotationAlthoughTheSettingsNameKms() {
        new Server().close();
        System.setProperty("aws.accessKeyId", "AKIDPRETEND");
        System.setProperty("aws.secretAccessKey", "pretend-secret");
        try (KmsStandIn kms = KmsStandIn.start()) {
            environment.put("PIP_MASTER_KEY_KMS", KmsStandIn.ARN);
            environment.put("AWS_ENDPOINT_URL_KMS", kms.address().toString());
            String notice = "PIP_MASTER_KEY_KMS is set, but the master key in force in " + folder.resolve("master.key")
                    + " is still readable without AWS KMS: only ./pip secrets rotate puts one in force that is not.";
            try (Server server = new Server()) {
                assertThat(server.held.notice()).contains(notice);
            }
            Ended status = run("status");
            assertThat(status.status()).isZero();
            assertThat(status.err()).isEqualTo("pip: " + notice + "\n");

            assertThat(run("rotate").status()).isZero();

            assertThat(run("status").err()).isEmpty();
            try (Server server = new Server()) {
                assertThat(server.held.notice()).isEmpty();
            }
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void saysHowItIsUsed() {
        String help = run("--help").out();
        assertThat(help).contains("status", "rotate", "verify", "Exit code");
        assertThat(help.replaceAll("\\s+", " "))
                .contains("seal every secret anew with it. verify", "3 done, but some secrets cannot be opened.");
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
        Ended unknown = run("frob");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err())
                .isEqualTo("pip: ./pip secrets takes one of status, rotate, verify, and this is none of them."
                        + " ./pip secrets --help lists what there is.\n");
        assertThat(run("rotate", "--help").out()).contains("--forget");
        Ended nothing = run();
        assertThat(nothing.status()).isEqualTo(2);
        assertThat(nothing.err()).startsWith("pip: say what to do").hasLineCount(1);
        Ended wrong = run("rotate", "--fast");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("pip: Unknown option: '--fast'").hasLineCount(1);
    }
}
