package au.pip.assistant.conversation;

/** A request that cannot be done as it is. The message is a sentence for a person: the cause and the next step. */
public abstract sealed class ConversationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ConversationException(String message) {
        super(message);
    }

    public static final class NotFound extends ConversationException {
        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message);
        }
    }

    public static final class Invalid extends ConversationException {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    public static final class TooLong extends ConversationException {
        private static final long serialVersionUID = 1L;

        TooLong(String message) {
            super(message);
        }
    }

    /** Another run of the conversation is still going. */
    public static final class RunInProgress extends ConversationException {
        private static final long serialVersionUID = 1L;
        private final String runId;

        RunInProgress(String runId) {
            super("Pip is still answering the last message of this conversation. Wait for it, or stop it first.");
            this.runId = runId;
        }

        public String runId() {
            return runId;
        }
    }

    /** A question that cannot be asked again or changed. */
    public static final class NotReplaceable extends ConversationException {
        private static final long serialVersionUID = 1L;

        private NotReplaceable(String message) {
            super(message);
        }

        static NotReplaceable notLatest() {
            return new NotReplaceable("Only the latest question of a conversation can be asked again or changed, and "
                    + "this one no longer is. Look at the conversation as it is now, or ask in a new message.");
        }

        static NotReplaceable waits() {
            return new NotReplaceable("A draft of this question waits for your approval. Approve or decline it first, "
                    + "then ask again.");
        }

        static NotReplaceable approved() {
            return new NotReplaceable("You approved a draft of this question, and what was sent to Xero stays there: "
                    + "asking again does not take it back. Say in a new message what you want now.");
        }
    }

    /** The id of the message is taken by another text. */
    public static final class IdTaken extends ConversationException {
        private static final long serialVersionUID = 1L;

        IdTaken() {
            super("This message id was already used for another text. Send the message again with a new id.");
        }
    }
}
