package au.pip.server.db;

import au.pip.assistant.care.Archive;
import au.pip.assistant.care.HalfArrived;
import au.pip.assistant.care.Verify;
import au.pip.server.DatabaseSettings;
import au.pip.server.OpenedDatabase;
import au.pip.store.jdbc.SqliteCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the database, or a backup. */
@Command(
        name = "verify",
        description = "Counts all rows and checks that they agree with each other; changes nothing.",
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--from", paramLabel = "FILE", description = "check this backup instead of the database")
    @Nullable
    Path from;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    VerifyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return from == null ? database() : backup(from);
    }

    private int backup(Path file) {
        Archive archive = Archive.checked(file, desk.progress());
        desk.result("Backup of %s, made %s by Pip %s from %s%s."
                .formatted(
                        file,
                        archive.header().madeInWords(),
                        archive.header().version(),
                        archive.header().from(),
                        archive.header().oneMoment() ? ", of one moment" : ", read while others wrote"));
        return tell(Verify.of(archive, desk.progress()), List.of());
    }

    private int database() {
        DatabaseSettings settings = DatabaseSettings.read(desk.settings().get());
        try (OpenedDatabase database = OpenedDatabase.beside(settings)) {
            HalfArrived.refuse(database.place());
            List<String> damages =
                    settings instanceof DatabaseSettings.Sqlite sqlite ? SqliteCheck.damages(sqlite.file()) : List.of();
            desk.result("Database " + settings);
            if (!database.stores().rows().readsOneMoment()) {
                desk.say("pip: while others write to it, what is only being written may be told as a problem.");
            }
            return tell(Verify.of(database.stores().rows()::read, desk.progress()), damages);
        }
    }

    private int tell(Verify.Findings findings, List<String> damages) {
        TallyTable.of(findings.tally()).forEach(desk::result);
        damages.forEach(damage -> desk.result("damaged: " + damage));
        findings.problems().forEach(problem -> desk.result("problem: " + problem));
        long count = findings.count() + damages.size();
        if (findings.count() > findings.problems().size()) {
            desk.result("… and %,d more"
                    .formatted(findings.count() - findings.problems().size()));
        }
        desk.result(
                count == 0
                        ? "%,d rows, no problem found."
                                .formatted(findings.tally().rows())
                        : "%,d rows, problems found: %,d."
                                .formatted(findings.tally().rows(), count));
        return count == 0 ? 0 : 1;
    }
}
