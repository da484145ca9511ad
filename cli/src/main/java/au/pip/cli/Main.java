package au.pip.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/**
 * Pip in the terminal. Exit codes: 0 answered; 1 the answer failed, was limited, stopped or refused, or each look-up for
 * it failed; 2 bad usage; 3 no server, or none could be started; 130 ended by Ctrl-C. Whatever goes wrong is one
 * line on standard error.
 */
@Command(name = "./pip", description = "A bookkeeping assistant whose every figure is traced to its record.")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofProcess(), TypedArguments.of(arguments)));
    }

    static int run(Surroundings surroundings, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand("approvals", new ApprovalsCommand(surroundings))
                .addSubcommand("approve", new ApproveCommand(surroundings))
                .addSubcommand("ask", new AskCommand(surroundings))
                .addSubcommand("chat", new ChatCommand(surroundings))
                .addSubcommand("decline", new DeclineCommand(surroundings))
                .addSubcommand("demo", new DemoCommand(surroundings))
                .addSubcommand("search", new SearchCommand(surroundings))
                .addSubcommand("memory", new MemoryCommand(surroundings))
                .addSubcommand("usage", new UsageCommand(surroundings))
                .addSubcommand("xero", XeroCommand.over(surroundings))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setParameterExceptionHandler((e, given) -> {
                    String name = e.getCommandLine().getCommandSpec().qualifiedName();
                    return fail(
                            surroundings,
                            new CliException(
                                    CliException.BAD_USAGE,
                                    e.getMessage() + ". " + name + " --help lists what there is."));
                })
                .setExecutionExceptionHandler((e, command, parsed) -> fail(surroundings, e));
        return line.execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static int fail(Surroundings surroundings, Exception exception) {
        if (exception instanceof CliException told) {
            surroundings.progress("pip: " + Printable.of(told.line()));
            return told.exitCode();
        }
        surroundings.progress("pip: a fault of this program, please report it: "
                + Printable.of(exception.toString()).replace('\n', ' ') + " at "
                + exception.getStackTrace()[0]);
        return CliException.FAILED;
    }
}
