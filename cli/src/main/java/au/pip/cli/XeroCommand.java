package au.pip.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Organisations in Xero: connect them, choose one, disconnect them. */
@Command(
        name = "xero",
        description = "Connect Pip to your organisations in Xero.",
        synopsisSubcommandLabel = "connect|organisations|use|refresh|disconnect",
        sortOptions = false,
        footer = {"", "  ./pip xero connect", "  ./pip xero use \"Lantern Bay\""})
final class XeroCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    private XeroCommand() {}

    static CommandLine over(Surroundings surroundings) {
        return new CommandLine(new XeroCommand())
                .addSubcommand("connect", new XeroConnectCommand(surroundings))
                .addSubcommand("organisations", new XeroOrganisationsCommand(surroundings))
                .addSubcommand("use", new XeroUseCommand(surroundings))
                .addSubcommand("refresh", new XeroRefreshCommand(surroundings))
                .addSubcommand("disconnect", new XeroDisconnectCommand(surroundings));
    }

    @Override
    public void run() {
        throw new CliException(
                CliException.BAD_USAGE,
                "xero takes one word: connect, organisations, use, refresh or disconnect. ./pip xero --help tells more.");
    }
}
