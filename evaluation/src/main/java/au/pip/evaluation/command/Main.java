package au.pip.evaluation.command;

import au.pip.evaluation.grounding.GroundingCommand;
import au.pip.evaluation.injection.InjectionCommand;
import au.pip.evaluation.ledgerqa.LedgerCommand;
import au.pip.evaluation.run.Desk;
import au.pip.evaluation.run.EvaluationException;
import au.pip.llm.LlmException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/**
 * The program {@code ./pip evaluate}. Exit codes: 0 measured; 1 it could not be, or what must hold did not; 2 bad usage.
 * Whatever goes wrong is one line on standard error.
 */
@Command(
        name = "./pip evaluate",
        description =
                "Measures how well Pip answers over pretend books, what an attacker can do there, and how wrong figures are marked.",
        synopsisSubcommandLabel = "WHAT")
public final class Main {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    private Main() {}

    public static void main(String[] arguments) {
        // The store's libraries log through SLF4J, which would say that it has nowhere to log to.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(run(Desk.ofProcess(), arguments));
    }

    public static int run(Desk desk, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand("ledger", new LedgerCommand(desk))
                .addSubcommand("injection", new InjectionCommand(desk))
                .addSubcommand("grounding", new GroundingCommand(desk))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(desk.out(), true, desk.out().charset()))
                .setErr(new PrintWriter(desk.err(), true, desk.err().charset()))
                .setParameterExceptionHandler((e, _) -> {
                    String name = e.getCommandLine().getCommandSpec().qualifiedName();
                    return fail(desk, BAD_USAGE, e.getMessage() + ". " + name + " --help lists what there is.");
                })
                .setExecutionExceptionHandler((e, _, _) -> switch (e) {
                    case LlmException told -> fail(desk, FAILED, String.valueOf(told.getMessage()));
                    case EvaluationException told -> fail(desk, FAILED, String.valueOf(told.getMessage()));
                    default -> throw e;
                });
        return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    private static int fail(Desk desk, int status, String line) {
        desk.err().println("pip: " + line);
        return status;
    }
}
