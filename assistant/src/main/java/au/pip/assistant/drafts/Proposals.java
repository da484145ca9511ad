package au.pip.assistant.drafts;

import au.pip.xero.Draft;

/** Where a tool of one run puts what it proposes. */
@FunctionalInterface
public interface Proposals {
    /** For a run that must not propose anything. */
    Proposals NONE = (_, _) -> new Answer.Refused("Nothing can be proposed here.");

    /** Puts the draft to the person; nothing is written to Xero by it. */
    Answer put(Draft draft, DraftPreview preview);

    sealed interface Answer {
        /** @param approvalId by which the person finds it */
        record Waits(String approvalId) implements Answer {}

        /** @param message a sentence or two: the cause and the next step */
        record Refused(String message) implements Answer {}
    }
}
