package au.pip.server.secrets;

import au.pip.assistant.secret.AllSecrets;
import au.pip.assistant.secret.MasterKeyException;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/**
 * The program {@code ./pip secrets}. Exit codes: 0 done; 1 not done; 2 bad usage; 3 done, but some secrets cannot be
 * opened. Whatever goes wrong is one line on standard error. Nothing of a secret or a key is ever printed.
 */
@Command(
        name = "./pip secrets",
        description = "The secrets in the database and the master key that seals them.",
        sortOptions = false,
        footer = {
            "",
            "Works beside a running server. Exit code: 0 done, 1 not done, 2 bad usage, 3 done, but some secrets cannot be"
                    + " opened."
        })
public final class SecretsCommand {
    static final int FAILED = 1;
    static final int BAD_USAGE = 2;
    static final int UNOPENABLE = 3;

    private final Supplier<Installation> installation;
    private final PrintStream out;
    private final PrintStream err;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    private SecretsCommand(Supplier<Installation> installation, PrintStream out, PrintStream err) {
        this.installation = installation;
        this.out = out;
        this.err = err;
    }

    /** What a command does once everything is open. */
    interface Work {
        /**
         * Answers the exit code.
         *
         * @param secrets null when there is no database yet
         */
        int on(MasterKeys keys, @Nullable AllSecrets secrets);
    }

    /**
     * Runs one command and answers its exit code.
     *
     * @param installation read when a command needs it; may fail with a {@link Refusal}
     */
    public static int run(Supplier<Installation> installation, PrintStream out, PrintStream err, String... arguments) {
        SecretsCommand secrets = new SecretsCommand(installation, out, err);
        CommandLine line = new CommandLine(secrets)
                .addSubcommand("status", new StatusCommand(secrets))
                .addSubcommand("rotate", new RotateCommand(secrets))
                .addSubcommand("verify", new VerifyCommand(secrets))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()))
                .setParameterExceptionHandler((wrong, _) -> secrets.fail(
                        BAD_USAGE,
                        usage(wrong) + ". "
                                + wrong.getCommandLine().getCommandSpec().qualifiedName()
                                + " --help lists what there is."))
                .setExecutionExceptionHandler((failure, _, _) -> secrets.fail(failure));
        if (arguments.length == 0) {
            return secrets.fail(BAD_USAGE, "say what to do: ./pip secrets status, rotate or verify.");
        }
        return line.execute(arguments);
    }

    private static String usage(CommandLine.ParameterException wrong) {
        Set<String> verbs = wrong.getCommandLine().getSubcommands().keySet();
        return wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !verbs.isEmpty()
                ? "./pip secrets takes one of " + String.join(", ", verbs) + ", and this is none of them"
                : String.valueOf(wrong.getMessage());
    }

    int with(Work work) {
        Installation here = installation.get();
        try (MasterKeys keys = MasterKeySettings.read(here.settings(), here.dataDirectory())) {
            if (!here.hasDatabase().getAsBoolean()) {
                return work.on(keys, null);
            }
            try (Stores stores = here.stores().get()) {
                return work.on(keys, new AllSecrets(stores.secrets(), SecretBox.over(keys)));
            }
        }
    }

    void say(String sentence) {
        out.println(sentence);
    }

    /** One line on standard error. */
    int fail(int code, String sentence) {
        warn(sentence);
        return code;
    }

    /** The same, of what is done all the same. */
    void warn(String sentence) {
        err.println("pip: " + sentence.replaceAll("\\s*\\R\\s*", " "));
    }

    private int fail(Exception failure) {
        return switch (failure) {
            case Refusal _ -> fail(FAILED, String.valueOf(failure.getMessage()));
            case MasterKeyException _ -> fail(FAILED, String.valueOf(failure.getMessage()));
            case StoreException _ -> fail(FAILED, String.valueOf(failure.getMessage()));
            default ->
                fail(
                        FAILED,
                        "a fault of this program, please report it: %s at %s"
                                .formatted(failure.getClass().getName(), failure.getStackTrace()[0]));
        };
    }
}
