package au.pip.server.db;

import au.pip.assistant.care.HalfArrived;
import au.pip.assistant.node.LivingNodes;
import au.pip.assistant.store.Rows;
import au.pip.server.DatabaseSettings;
import au.pip.server.OpenedDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which database it is and how it stands, without reading it through. */
@Command(
        name = "status",
        description = "Says which database the settings choose, whether it can be used, and which servers use it.",
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    StatusCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        DatabaseSettings settings = DatabaseSettings.read(desk.settings().get());
        try (OpenedDatabase database = OpenedDatabase.beside(settings)) {
            Rows rows = database.stores().rows();
            desk.result("database  " + settings);
            desk.result("holds     "
                    + HalfArrived.from(rows)
                            .map(from -> "only a part of what was being brought from " + from)
                            .orElseGet(() -> rows.isEmpty() ? "nothing yet" : "rows"));
            desk.result("servers   " + servers(database));
            desk.result("backups   "
                    + (rows.readsOneMoment() ? "of one moment" : "not of one moment (./pip db backup --help)"));
            return 0;
        }
    }

    /** Servers that share a database tell of themselves; one that does not share a file has it locked. */
    private static String servers(OpenedDatabase database) {
        return switch (database.settings()) {
            case DatabaseSettings.Sqlite _ -> database.isTaken() ? "in use by one, or by a restore or a move" : "none";
            case DatabaseSettings.Postgresql _, DatabaseSettings.Dynamodb _ -> {
                List<String> nodes = LivingNodes.of(database.stores().leases(), Instant.now());
                yield nodes.isEmpty() ? "none that tell of themselves" : "in use by " + String.join(", ", nodes);
            }
        };
    }
}
