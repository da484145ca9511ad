package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import au.pip.kms.KmsDataKeys;
import au.pip.kms.KmsKey;
import au.pip.llm.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the settings say that the master key is: the environment, a file, or a file that only AWS KMS can open. */
public final class MasterKeySettings {
    static final String KEY = "PIP_MASTER_KEY";
    static final String OLD = "PIP_MASTER_KEY_OLD";
    static final String FILE = "PIP_MASTER_KEY_FILE";
    static final String KMS = "PIP_MASTER_KEY_KMS";

    private static final String USUAL_REGION = "ap-southeast-2";

    private MasterKeySettings() {}

    /**
     * Reads settings only; no key is made and no file touched.
     *
     * @throws MasterKeyException when the settings contradict each other, or hold no key where one should be
     */
    public static MasterKeys read(Settings settings, Path dataDirectory) {
        List<MasterKey> older = older(settings.get(OLD));
        String key = settings.get(KEY);
        String kms = settings.get(KMS);
        if (key != null && kms != null) {
            throw new MasterKeyException(KEY + " and " + KMS + " are both set: leave one of them out; an older key"
                    + " belongs into " + OLD + ".");
        }
        if (key != null) {
            return new EnvironmentKeys(WrittenKey.read(KEY, key), older);
        }
        String named = settings.get(FILE);
        KeyFile file = new KeyFile(named == null ? dataDirectory.resolve("master.key") : Path.of(named));
        return kms == null
                ? new FileKeys(file, new PlainWrapping(), List.of(), older, Clock.systemUTC())
                : new FileKeys(
                        file,
                        new KmsWrapping(KmsDataKeys.of(kmsKey(settings, kms)), kms),
                        List.of(new PlainWrapping()),
                        older,
                        Clock.systemUTC());
    }

    private static List<MasterKey> older(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .map(each -> WrittenKey.read(OLD, each))
                        .toList();
    }

    private static KmsKey kmsKey(Settings settings, String id) {
        String endpoint = settings.get("AWS_ENDPOINT_URL_KMS");
        try {
            URI address = endpoint == null ? null : URI.create(endpoint);
            if (address == null || address.getHost() != null) {
                return new KmsKey(id, settings.get("AWS_REGION", USUAL_REGION), address);
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new MasterKeyException(
                "AWS_ENDPOINT_URL_KMS is not an address such as https://kms.ap-southeast-2.amazonaws.com.");
    }
}
