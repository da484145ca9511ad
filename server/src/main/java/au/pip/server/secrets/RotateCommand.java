package au.pip.server.secrets;

import au.pip.assistant.secret.AllSecrets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a new master key in force and seals every secret anew with it. */
@Command(
        name = "rotate",
        description = {
            "Put a new master key in force and seal every secret anew with it.",
            "Of a key in the settings the new one is PIP_MASTER_KEY, and PIP_MASTER_KEY_OLD the one before. Ended early, it"
                    + " can be run again."
        },
        sortOptions = false)
final class RotateCommand implements Callable<Integer> {
    private final SecretsCommand secrets;

    @Option(names = "--forget", description = "remove the secrets that no key opens")
    boolean forget;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    RotateCommand(SecretsCommand secrets) {
        this.secrets = secrets;
    }

    @Override
    public Integer call() {
        return secrets.with(this::rotate);
    }

    private int rotate(MasterKeys keys, @Nullable AllSecrets all) {
        if (all == null) {
            throw new Refusal("there is no database yet: ./pip serve makes it.");
        }
        if (!forget && !keys.exists()) {
            ServerSecrets.requireNothingLost(keys, all);
        }
        try (MasterKeys.Rotation rotation = keys.rotate()) {
            AllSecrets.Resealed done = all.sealAnew(
                    forget, found -> secrets.fail(SecretsCommand.UNOPENABLE, String.valueOf(found.getMessage())));
            secrets.say("%s sealed anew under the master key %s%s."
                    .formatted(
                            Counted.secrets(done.sealed()),
                            keys.keyring().current().id(),
                            done.already() == 0 ? "" : "; %d stood under it already".formatted(done.already())));
            if (done.unopenable() > 0) {
                secrets.say("%s could not be opened and %s %s."
                        .formatted(
                                Counted.secrets(done.unopenable()),
                                done.unopenable() == 1 ? "was" : "were",
                                forget ? "removed" : "left as they are (--forget removes them)"));
            }
            Set<String> inUse = all.count().byKey().keySet();
            List<String> dropped = rotation.drop(inUse);
            if (!dropped.isEmpty()) {
                secrets.say(
                        "Dropped from the key file, as nothing stands under them: " + String.join(", ", dropped) + ".");
            }
            rotation.afterwards(inUse).forEach(secrets::say);
            return done.unopenable() == 0 || forget ? 0 : SecretsCommand.UNOPENABLE;
        }
    }
}
