package au.pip.server.secrets;

import au.pip.assistant.secret.AllSecrets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens every secret and prints nothing of any. */
@Command(name = "verify", description = "Open every secret, and say which cannot be opened.")
final class VerifyCommand implements Callable<Integer> {
    private final SecretsCommand secrets;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    VerifyCommand(SecretsCommand secrets) {
        this.secrets = secrets;
    }

    @Override
    public Integer call() {
        return secrets.with(this::verify);
    }

    private int verify(MasterKeys keys, @Nullable AllSecrets all) {
        if (all == null) {
            throw new Refusal("there is no database yet: ./pip serve makes it.");
        }
        if (!keys.exists()) {
            ServerSecrets.requireNothingLost(keys, all);
        }
        AllSecrets.Verified verified =
                all.verify(found -> secrets.fail(SecretsCommand.UNOPENABLE, String.valueOf(found.getMessage())));
        secrets.say("%d of %s opened."
                .formatted(verified.opened(), Counted.secrets(verified.opened() + verified.unopenable())));
        return verified.unopenable() == 0 ? 0 : SecretsCommand.UNOPENABLE;
    }
}
