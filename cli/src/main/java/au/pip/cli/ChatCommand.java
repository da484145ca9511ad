package au.pip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Talks with Pip, question by question; without a terminal, each line of standard input is one. */
@Command(name = "chat", description = "Talk with Pip about the books.", sortOptions = false)
final class ChatCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    TargetOptions options = new TargetOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    ChatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Target target = options.open(surroundings)) {
            Welcome.say(target, surroundings);
            Chat chat = new Chat(target, surroundings, options.conversation);
            chat.recall();
            try (Lines lines = surroundings.inputIsTerminal() && surroundings.outputIsTerminal()
                    ? new TypedLines(surroundings)
                    : PipedLines.ofInput(surroundings)) {
                return chat.run(lines);
            }
        }
    }
}
