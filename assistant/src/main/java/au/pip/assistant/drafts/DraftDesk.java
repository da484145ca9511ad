package au.pip.assistant.drafts;

import au.pip.assistant.AccountId;
import au.pip.xero.Draft;

/** Where drafts wait for a person. */
@FunctionalInterface
public interface DraftDesk {
    /** Where nothing can be written. */
    DraftDesk CLOSED = (_, _, _, _, _, _) -> new Proposals.Answer.Refused("Nothing can be proposed here.");

    /**
     * Keeps a draft until the person decides, or it expires.
     *
     * @param connectionId where it is to be made
     */
    Proposals.Answer put(
            AccountId account,
            String connectionId,
            String conversationId,
            String runId,
            Draft draft,
            DraftPreview preview);
}
