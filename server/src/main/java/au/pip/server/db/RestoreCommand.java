package au.pip.server.db;

import au.pip.assistant.care.Archive;
import au.pip.assistant.care.HalfArrived;
import au.pip.assistant.care.Restore;
import au.pip.assistant.care.Tally;
import au.pip.server.DatabaseSettings;
import au.pip.server.OpenedDatabase;
import au.pip.server.StartupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings a backup into the database. */
@Command(
        name = "restore",
        description = "Brings a backup into the database that the settings choose, which has to be empty.",
        footer = {
            "",
            "The backup may be of any kind of database. A restore that broke off goes on when the same command is given"
                    + " again. Keys and tokens in it open with the master key of the server that it is of."
        },
        sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "the backup")
    @Nullable
    Path from;

    @Option(
            names = "--replace",
            description = "SQLite only: put it in the place of the database that is there, which is kept beside it")
    boolean replace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    RestoreCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        DatabaseSettings settings = DatabaseSettings.read(desk.settings().get());
        Archive archive = Archive.checked(Objects.requireNonNull(from), desk.progress());
        Tally tally =
                replace && settings instanceof DatabaseSettings.Sqlite sqlite && Files.isRegularFile(sqlite.file())
                        ? replaced(sqlite, archive)
                        : into(settings, archive);
        TallyTable.of(tally).forEach(desk::result);
        desk.result("Restored %,d rows of %s, made %s, to %s."
                .formatted(tally.rows(), from, archive.header().madeInWords(), settings));
        return 0;
    }

    private Tally into(DatabaseSettings settings, Archive archive) {
        try (OpenedDatabase database = OpenedDatabase.alone(settings)) {
            boolean whole = HalfArrived.from(database.stores().rows()).isEmpty();
            if (whole && !database.stores().rows().isEmpty()) {
                throw new StartupException("The database " + settings + " holds rows already, and nothing was changed: "
                        + switch (settings) {
                            case DatabaseSettings.Sqlite _ ->
                                "name another file in DATABASE_URL, or say --replace; what is there is then kept beside"
                                        + " it.";
                            case DatabaseSettings.Postgresql _ ->
                                "make an empty database on the server (CREATE DATABASE) and name it in DATABASE_URL.";
                            case DatabaseSettings.Dynamodb _ -> "name another table in DATABASE_TABLE_NAME.";
                        });
            }
            return Restore.into(database.place(), archive, desk.progress());
        }
    }

    private Tally replaced(DatabaseSettings.Sqlite settings, Archive archive) {
        SqliteReplacement replacement = new SqliteReplacement(settings.file());
        Tally tally;
        try {
            tally = replacement.by(archive, desk.progress());
        } catch (StoppedException _) {
            throw new StartupException("stopped: the database " + settings + " is as it was.");
        }
        desk.result("What was there before is kept as " + replacement.kept() + ".");
        return tally;
    }
}
