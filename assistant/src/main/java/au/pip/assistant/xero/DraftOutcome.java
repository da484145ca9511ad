package au.pip.assistant.xero;

import au.pip.assistant.Approval;
import au.pip.xero.Written;
import java.time.Instant;
import java.util.List;

/** What became of a draft. A message is a sentence or two for a person: the cause and the next step. */
public sealed interface DraftOutcome {
    /** It waits for a person's approval. */
    record Waiting(Approval approval) implements DraftOutcome {}

    /** It is in Xero. */
    record Made(Written record, Instant at) implements DraftOutcome {}

    /** Nothing was written. */
    record Refused(Refusal why, String message) implements DraftOutcome {}

    /**
     * Xero did not take it, and nothing was made. The approval is used up.
     *
     * @param reasons Xero's own words, which may quote the books: untrusted text
     */
    record Rejected(List<String> reasons, String message) implements DraftOutcome {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Xero may have made it or not. Until then the same approval lets the same draft be sent again, and Xero makes it
     * once.
     */
    record Open(String message, Instant repeatBefore) implements DraftOutcome {}

    /** Why nothing was written. */
    enum Refusal {
        /** The account is not connected to the organisation, or has to sign in again. */
        NOT_CONNECTED,
        /** The connection is for reading. */
        NO_PERMISSION,
        /** There is no such approval. */
        UNKNOWN,
        /** It is for another draft, or for another organisation. */
        DIFFERENT,
        EXPIRED,
        /** The person said no. */
        DECLINED,
        /** It was used before, and it is known what came of it. */
        USED,
        /** It was used before, it is not known what came of it, and it is too late to ask Xero by sending it again. */
        UNCERTAIN,
        /** It is being used right now. */
        BUSY,
        /** So many were made within the hour that no more may be now; the approval still waits. */
        TOO_MANY,
        /** A limit or the sign-in stopped it before anything was sent. */
        NOT_SENT,
        /** A limit or the sign-in stopped it at Xero, which did nothing of it. */
        NOT_TAKEN
    }
}
