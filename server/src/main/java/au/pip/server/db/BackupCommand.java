package au.pip.server.db;

import au.pip.assistant.care.ArchiveHeader;
import au.pip.assistant.care.Backup;
import au.pip.assistant.care.HalfArrived;
import au.pip.assistant.care.RowSource;
import au.pip.server.DatabaseSettings;
import au.pip.server.OpenedDatabase;
import au.pip.server.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the database into one file. */
@Command(
        name = "backup",
        description = "Writes the whole database into one file, while Pip goes on running.",
        footer = {
            "",
            "The file holds conversations as they are, and keys and tokens sealed: keep it as you keep the database, and"
                    + " the master key apart from it. Of SQLite and PostgreSQL it is the state of one moment. DynamoDB has"
                    + " no such reading: what people write meanwhile may be in the backup or not, in whole turns, and a"
                    + " question that is being answered is in it without its answer. For one moment of a table in use"
                    + " there is AWS's point-in-time recovery."
        },
        sortOptions = false)
final class BackupCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it")
    @Nullable
    Path out;

    @Option(names = "--replace", description = "replace a file that is there, once the new one is whole")
    boolean replace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    BackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Path file = Objects.requireNonNull(out);
        DatabaseSettings settings = DatabaseSettings.read(desk.settings().get());
        try (OpenedDatabase database = OpenedDatabase.beside(settings)) {
            HalfArrived.refuse(database.place());
            boolean oneMoment = database.stores().rows().readsOneMoment();
            ArchiveHeader header = new ArchiveHeader(Version.of(), Instant.now(), settings.provider(), oneMoment);
            if (!oneMoment) {
                desk.say(
                        "pip: DynamoDB is read while others write: this is no state of one moment (--help tells more).");
            }
            Backup.Made made =
                    Backup.make(RowSource.of(database.stores().rows()), header, file, replace, desk.progress());
            TallyTable.of(made.tally()).forEach(desk::result);
            if (made.leftOut() > 0) {
                desk.result("%,d rows that were written meanwhile were left out.".formatted(made.leftOut()));
            }
            desk.result("Backed up %,d rows of %s to %s (%,d bytes)."
                    .formatted(made.tally().rows(), settings, file, Files.size(file)));
            return 0;
        }
    }
}
