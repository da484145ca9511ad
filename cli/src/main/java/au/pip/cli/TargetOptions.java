package au.pip.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server: one that runs, or one started over pretend books. */
final class TargetOptions {
    @Option(names = "--demo", description = "start Pip over a pretend set of books for this command")
    boolean demo;

    @Mixin
    BooksOptions books = new BooksOptions();

    @Mixin
    ServerOption running = new ServerOption();

    @Option(names = "--conversation", paramLabel = "ID", description = "go on with an earlier conversation")
    @Nullable
    String conversation;

    /**
     * Opens it; with {@code --demo} this takes some seconds.
     *
     * @throws CliException of bad usage, before anything is started, or when it does not start
     */
    Target open(Surroundings surroundings) {
        if (conversation != null && conversation.isBlank()) {
            throw badUsage("--conversation takes a conversation's id; leave it out to begin a new one.");
        }
        if (!demo) {
            if (books.given()) {
                throw badUsage("--seed, --company and --today choose the pretend books: add --demo.");
            }
            URI address = running.address(surroundings);
            return new Target(new PipClient(address), null, running.server == null ? "" : "--server " + address);
        }
        if (running.server != null) {
            throw badUsage("--demo starts a server of its own: leave out either --demo or --server.");
        }
        return openDemo(books.choice(), surroundings);
    }

    static Target openDemo(BooksChoice choice, Surroundings surroundings) {
        Demo demo = Demo.start(choice, surroundings);
        return new Target(
                new PipClient(demo.server(), demo.whenGone()), demo, "--demo " + String.join(" ", choice.arguments()));
    }

    private static CliException badUsage(String message) {
        return new CliException(CliException.BAD_USAGE, message);
    }
}
