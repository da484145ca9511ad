package au.pip.server.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import au.pip.kms.KmsStandIn;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeySettingsTest {
    @TempDir
    Path folder;

    private final MasterKey key = MasterKey.random(new SecureRandom());
    private final MasterKey old = MasterKey.random(new SecureRandom());

    /** AWS's clients take these as they do the environment's variables. */
    @BeforeEach
    void credentials() {
        System.setProperty("aws.accessKeyId", "AKIDPRETEND");
        System.setProperty("aws.secretAccessKey", "pretend-secret");
    }

    @AfterEach
    void noCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private MasterKeys read(String... settings) {
        Map<String, String> environment = new HashMap<>();
        for (int index = 0; index < settings.length; index += 2) {
            environment.put(settings[index], settings[index + 1]);
        }
        return MasterKeySettings.read(new Settings(environment, DotEnv.empty()), folder);
    }

    private static String base64(MasterKey key) {
        return Base64.getEncoder().encodeToString(key.bytes());
    }

    private static String hex(MasterKey key) {
        return HexFormat.of().formatHex(key.bytes());
    }

    @Test
    void takesAKeyInAnyOfItsWritings() {
        for (String written : new String[] {
            base64(key),
            Base64.getUrlEncoder().withoutPadding().encodeToString(key.bytes()),
            hex(key),
            hex(key).toUpperCase(Locale.ROOT),
            "  " + base64(key) + " "
        }) {
            MasterKeys keys = read("PIP_MASTER_KEY", written);
            assertThat(keys.keyring().current().id()).isEqualTo(key.id());
            assertThat(keys.inForce()).isEqualTo("Master key %s, from PIP_MASTER_KEY.".formatted(key.id()));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesOlderKeysToo() {
        MasterKeys keys = read("PIP_MASTER_KEY", base64(key), "PIP_MASTER_KEY_OLD", hex(old) + ", " + base64(key));
        assertThat(keys.ids()).containsExactly(key.id(), old.id());
        assertThat(keys.inForce()).contains("and 1 older in PIP_MASTER_KEY_OLD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2-hunter2", "AAAA", "zz", "c2hvcnQ=", "not base64 !"})
    void refusesWhatIsNoKeyWithoutShowingIt(String wrong) {
        for (String name : new String[] {"PIP_MASTER_KEY", "PIP_MASTER_KEY_OLD"}) {
            assertThatThrownBy(() -> read(name, wrong))
                    .isInstanceOf(MasterKeyException.class)
                    .hasMessageStartingWith(name + " is not a key of 32 bytes")
                    .hasMessageNotContaining(wrong);
        }
    }

    @Test
    void refusesTwoPlacesAtOnce() {
        assertThatThrownBy(() -> read("PIP_MASTER_KEY", base64(key), "PIP_MASTER_KEY_KMS", "alias/pip"))
                .hasMessageContaining("are both set");
    }

    @Test
    void keepsAKeyOfItsOwnInTheDataFolderOrWhereItIsTold() {
        MasterKeys usual = read();
        assertThat(usual.exists()).isFalse();
        assertThat(usual.inForce())
                .isEqualTo("No master key in %s; ./pip serve makes one when nothing is sealed yet."
                        .formatted(folder.resolve("master.key")));
        usual.makeFirst();
        assertThat(folder.resolve("master.key")).isRegularFile();
        MasterKeys elsewhere =
                read("PIP_MASTER_KEY_FILE", folder.resolve("apart/key").toString());
        elsewhere.makeFirst();
        assertThat(folder.resolve("apart/key")).isRegularFile();
    }

    @Test
    void keepsOnlyWhatKmsWrapped() throws Exception {
        try (KmsStandIn kms = KmsStandIn.start()) {
            MasterKeys keys = kms(kms);
            keys.makeFirst();
            MasterKey made = keys.keyring().current();
            String kept = Files.readString(folder.resolve("master.key"));
            assertThat(kept).contains(" kms ").doesNotContain(base64(made)).doesNotContain(hex(made));
            assertThat(keys.inForce()).contains(", opened by AWS KMS with " + KmsStandIn.ARN);
            int calls = kms.calls().size();
            assertThat(keys.keyring().current().id()).isEqualTo(made.id());
            assertThat(kms.calls()).as("asked once in a process").hasSize(calls);
            assertThat(kms(kms).keyring().current().id()).isEqualTo(made.id());
        }
    }

    @Test
    void rotatesFromAKeyOfItsOwnToKms() {
        read().makeFirst();
        String plain = read().keyring().current().id();
        try (KmsStandIn kms = KmsStandIn.start()) {
            MasterKeys keys = kms(kms);
            assertThat(keys.keyring().current().id()).isEqualTo(plain);
            keys.rotate().close();
            assertThat(keys.keyring().current().id()).isNotEqualTo(plain);
            assertThat(keys.keyring().find(plain)).isPresent();
            String second = keys.keyring().current().id();
            keys.rotate().close();
            assertThat(keys.keyring().find(second)).isPresent();
        }
        assertThatThrownBy(() -> read().keyring()).hasMessageContaining("can only be opened by AWS KMS");
    }

    @Test
    void makesNoFileWhenKmsRefuses() {
        try (KmsStandIn kms = KmsStandIn.start()) {
            kms.failing(400, "AccessDeniedException");
            MasterKeys keys = kms(kms);
            assertThatThrownBy(keys::makeFirst)
                    .isInstanceOf(MasterKeyException.class)
                    .hasMessageContaining("allow it kms:GenerateDataKey");
            assertThat(folder.resolve("master.key")).doesNotExist();
        }
    }

    @Test
    void refusesAnEndpointThatIsNone() {
        assertThatThrownBy(() -> read("PIP_MASTER_KEY_KMS", "alias/pip", "AWS_ENDPOINT_URL_KMS", "nowhere"))
                .hasMessageContaining("AWS_ENDPOINT_URL_KMS is not an address");
    }

    private MasterKeys kms(KmsStandIn kms) {
        return read(
                "PIP_MASTER_KEY_KMS",
                KmsStandIn.ARN,
                "AWS_ENDPOINT_URL_KMS",
                kms.address().toString());
    }
}
