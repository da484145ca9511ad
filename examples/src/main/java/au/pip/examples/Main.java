package au.pip.examples;

import au.pip.llm.LlmException;

/** {@code ./pip example llm} and {@code ./pip example orchestrator}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        try {
            switch (args.length == 1 ? args[0] : "") {
                case "llm" -> LlmExample.run(System.out);
                case "orchestrator" -> OrchestratorExample.run(System.out);
                default -> {
                    System.err.println("Usage: ./pip example llm|orchestrator");
                    System.exit(2);
                }
            }
        } catch (LlmException e) {
            System.err.println("pip: " + e.getMessage());
            System.exit(1);
        }
    }
}
