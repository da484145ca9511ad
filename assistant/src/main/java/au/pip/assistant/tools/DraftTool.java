package au.pip.assistant.tools;

import au.pip.agent.ProposingTool;
import au.pip.agent.ToolResult;
import au.pip.assistant.books.FactTable;
import au.pip.assistant.drafts.DraftPreview;
import au.pip.assistant.drafts.Proposals;
import au.pip.llm.ToolSpec;
import au.pip.xero.Draft;
import au.pip.xero.XeroException;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;

/** A tool that makes a draft of its arguments and puts it to the person. It writes nothing. */
record DraftTool(ToolSpec spec, String doing, Drafting drafting, Proposals proposals) implements ProposingTool {
    @FunctionalInterface
    interface Drafting {
        /**
         * @throws BadArgument when the arguments are not what the tool takes, or the person has to be asked
         * @throws IllegalArgumentException when Xero would not take such a draft
         */
        Drafted of(Arguments arguments);
    }

    /** @param summary one line for the person */
    record Drafted(Draft draft, DraftPreview preview, String summary) {}

    @Override
    public String label(JsonNode arguments) {
        return doing;
    }

    @Override
    public Proposal propose(JsonNode arguments) throws InterruptedException {
        try {
            Drafted drafted = drafting.of(Arguments.read(arguments, spec));
            return switch (proposals.put(drafted.draft(), drafted.preview())) {
                case Proposals.Answer.Waits(String id) -> new Proposal.Waits(id, drafted.summary());
                case Proposals.Answer.Refused(String message) -> nothing(message);
            };
        } catch (XeroException | BadArgument | IllegalArgumentException e) {
            return nothing(String.valueOf(e.getMessage()));
        } catch (CancellationException _) {
            throw new InterruptedException("stopped");
        }
    }

    private static Proposal nothing(String message) {
        return new Proposal.Nothing(ToolResult.failure(FactTable.line(message)));
    }
}
