package au.pip.examples;

import au.pip.llm.LlmException;
import java.util.List;

/** {@code ./pip example llm} and {@code ./pip example orchestrator}. */
public final class Main {
    private static final String USAGE = """
            Usage: ./pip example llm
                   ./pip example orchestrator

              llm            the model library by itself: a whole reply, a stream, what they cost; with the
                             model that is set up, or the offline one
              orchestrator   Pip without its server: two questions over pretend books, and what stands
                             behind each figure
            """;

    private Main() {}

    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("--help") || List.of(args).contains("-h")) {
            System.out.print(USAGE);
            return;
        }
        try {
            switch (args.length == 1 ? args[0] : "") {
                case "llm" -> LlmExample.run(System.out);
                case "orchestrator" -> OrchestratorExample.run(System.out);
                default -> {
                    System.err.println("pip: say which example: ./pip example llm or ./pip example orchestrator");
                    System.exit(2);
                }
            }
        } catch (LlmException e) {
            System.err.println("pip: " + e.getMessage());
            System.exit(1);
        }
    }
}
