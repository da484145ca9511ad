package au.pip.server.db;

import au.pip.assistant.care.CareException;
import au.pip.assistant.store.StoreException;
import au.pip.llm.LlmException;
import au.pip.server.Carriers;
import au.pip.server.StartupException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/**
 * The program {@code ./pip db}. Exit codes: 0 done; 1 it failed, or a check found something; 2 bad usage; 130 ended by
 * Ctrl-C. Whatever goes wrong is one line on standard error.
 */
@Command(
        name = "./pip db",
        description = "Takes care of the database that the settings choose.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;
    private static final int INTERRUPTED = 130;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    private Main() {}

    public static void main(String[] arguments) {
        Carriers.provide();
        Interruption interruption = Interruption.listen();
        int status = run(Desk.ofProcess(interruption), arguments);
        interruption.done();
        if (!interruption.asked()) {
            System.exit(status);
        }
    }

    static int run(Desk desk, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand("backup", new BackupCommand(desk))
                .addSubcommand("restore", new RestoreCommand(desk))
                .addSubcommand("verify", new VerifyCommand(desk))
                .addSubcommand("move", new MoveCommand(desk))
                .addSubcommand("status", new StatusCommand(desk))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(desk.out(), true, desk.out().charset()))
                .setErr(new PrintWriter(desk.err(), true, desk.err().charset()))
                .setParameterExceptionHandler((e, _) -> {
                    String name = e.getCommandLine().getCommandSpec().qualifiedName();
                    return fail(desk, BAD_USAGE, usage(e) + ". " + name + " --help lists what there is.");
                })
                .setExecutionExceptionHandler((e, command, _) -> failed(desk, e, command.getCommandName()));
        return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    /** Never a value that was given: an address may hold a password. */
    private static String usage(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException)) {
            return String.valueOf(e.getMessage());
        }
        Set<String> verbs = e.getCommandLine().getSubcommands().keySet();
        return verbs.isEmpty()
                ? "there is an argument too many"
                : "./pip db takes one of " + String.join(", ", verbs) + ", and this is none of them";
    }

    private static int failed(Desk desk, Exception e, String command) {
        return switch (e) {
            case StoppedException _ -> fail(desk, INTERRUPTED, whenStopped(command));
            case StartupException told -> fail(desk, FAILED, told.getMessage());
            case StoreException told -> fail(desk, FAILED, told.getMessage());
            case CareException told -> fail(desk, FAILED, told.getMessage());
            case LlmException told -> fail(desk, FAILED, told.getMessage());
            default ->
                fail(
                        desk,
                        FAILED,
                        "a fault of this program, please report it: "
                                + e.getClass().getName() + " at " + e.getStackTrace()[0]);
        };
    }

    private static String whenStopped(String command) {
        return switch (command) {
            case "backup" -> "stopped: nothing was written.";
            case "restore", "move" ->
                "stopped: what was brought stays, the same command again brings the rest, and no server starts on the"
                        + " database until then.";
            default -> "stopped.";
        };
    }

    private static int fail(Desk desk, int status, @Nullable String line) {
        desk.say("pip: " + Objects.toString(line).replaceAll("\\s*\\R\\s*", " "));
        return status;
    }
}
