package au.pip.server.db;

import au.pip.assistant.care.Move;
import au.pip.assistant.node.LivingNodes;
import au.pip.llm.settings.Settings;
import au.pip.server.DatabaseSettings;
import au.pip.server.OpenedDatabase;
import au.pip.server.StartupException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the database into another one. */
@Command(
        name = "move",
        description = "Copies the whole database into an empty one of any kind, and compares both sides.",
        footer = {
            "",
            "URL is sqlite:/path/to/pip.db, postgresql://user:password@host:5432/pip or"
                    + " dynamodb:table?region=ap-southeast-2&endpoint=http://127.0.0.1:8000 (both options may be left"
                    + " out).",
            "A move that broke off goes on when the same command is given again."
        },
        sortOptions = false)
final class MoveCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description =
                    "the empty database; a dash reads it from standard input, so that no list of processes shows it")
    @Nullable
    String to;

    @Option(
            names = "--while-in-use",
            description = "although a server uses the database: what people write meanwhile stays behind")
    boolean whileInUse;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    MoveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = desk.settings().get();
        DatabaseSettings from = DatabaseSettings.read(settings);
        DatabaseSettings target = DatabaseSettings.of("--to", url(), settings);
        if (from.toString().equals(target.toString())) {
            throw new StartupException("--to names the database that is moved, " + from + ": name another one.");
        }
        try (OpenedDatabase source = source(from)) {
            requireUnused(source);
            try (OpenedDatabase there = OpenedDatabase.alone(target, "name another one in --to")) {
                Move.Moved moved = Move.between(source.place(), there.place(), desk.progress());
                requireUnused(source);
                return tell(moved, from, target);
            }
        }
    }

    private OpenedDatabase source(DatabaseSettings from) {
        return whileInUse
                ? OpenedDatabase.beside(from)
                : OpenedDatabase.thereAlone(
                        from, "say --while-in-use: what is written during the move then stays behind");
    }

    private String url() throws IOException {
        String given = Objects.requireNonNull(to);
        if (!given.equals("-")) {
            return given;
        }
        String line = new BufferedReader(new InputStreamReader(desk.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isBlank()) {
            throw new StartupException("--to - reads an address from standard input, and none came.");
        }
        return line.strip();
    }

    private void requireUnused(OpenedDatabase source) {
        List<String> nodes = LivingNodes.of(source.stores().leases(), Instant.now());
        if (!whileInUse && !nodes.isEmpty()) {
            throw new StartupException("A server uses " + source.settings() + " (" + String.join(", ", nodes)
                    + "): stop it first, and wait half a minute if it was killed. What is written during a move would"
                    + " stay behind; --while-in-use moves all the same.");
        }
    }

    private int tell(Move.Moved moved, DatabaseSettings from, DatabaseSettings target) {
        TallyTable.of(moved.source(), moved.target()).forEach(desk::result);
        if (moved.leftOut() > 0) {
            desk.result("%,d rows stayed behind: written meanwhile, or what they refer to is not there."
                    .formatted(moved.leftOut()));
        }
        if (!moved.isEqual()) {
            desk.result("The two sides differ: somebody else wrote to one of them. " + from
                    + " is as it was; use another empty database, or empty this one.");
            return 1;
        }
        desk.result("Moved %,d rows from %s to %s; both sides are equal, and the first one is left as it is."
                .formatted(moved.target().rows(), from, target));
        desk.result("To use the new one, set these in the environment or in .env, with the same master key as before:");
        target.lines().forEach(line -> desk.result("  " + line));
        return 0;
    }
}
