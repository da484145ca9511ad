package au.pip.server.secrets;

import au.pip.assistant.secret.AllSecrets;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which master key is in force and what stands under it. */
@Command(name = "status", description = "Say which master key is in force, and how many secrets stand under it.")
final class StatusCommand implements Callable<Integer> {
    private static final String LOSS =
            "Keep a copy of the master key apart from the database's backups. Without it nobody can open the secrets:"
                    + " model keys have to be entered and organisations connected again. Conversations are not sealed.";

    private final SecretsCommand secrets;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    StatusCommand(SecretsCommand secrets) {
        this.secrets = secrets;
    }

    @Override
    public Integer call() {
        return secrets.with(this::tell);
    }

    private int tell(MasterKeys keys, @Nullable AllSecrets all) {
        secrets.say(keys.inForce());
        keys.notice().ifPresent(secrets::warn);
        long strangers = all == null ? noDatabase() : counted(keys, all.count());
        secrets.say(LOSS);
        return strangers == 0
                ? 0
                : secrets.fail(
                        SecretsCommand.UNOPENABLE,
                        "%s cannot be opened with the keys that are here: %s. If the key is lost, ./pip secrets rotate --forget removes them."
                                .formatted(Counted.secrets(strangers), keys.whenMissing()));
    }

    private long noDatabase() {
        secrets.say("There is no database yet.");
        return 0;
    }

    /** Tells how many there are, and answers how many of them no key here opens. */
    private long counted(MasterKeys keys, AllSecrets.Count count) {
        Set<String> ids = keys.ids();
        String current = keys.exists() ? keys.keyring().current().id() : "";
        long sealing = count.byKey().getOrDefault(current, 0L);
        long strangers = count.malformed()
                + count.byKey().entrySet().stream()
                        .filter(entry -> !ids.contains(entry.getKey()))
                        .mapToLong(entry -> entry.getValue())
                        .sum();
        long older = count.total() - sealing - strangers;
        secrets.say("%s in the database: %d under this key%s."
                .formatted(
                        Counted.secrets(count.total()),
                        sealing,
                        older == 0
                                ? ""
                                : ", %d under older ones (./pip secrets rotate seals them anew)".formatted(older)));
        return strangers;
    }
}
