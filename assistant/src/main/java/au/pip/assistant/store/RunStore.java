package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import java.util.List;
import java.util.Optional;

/** Runs, and the entries and usage that begin and end with them. */
public interface RunStore {
    /** What became of {@link #begin}. */
    sealed interface Begin {
        /** The question and the run are stored. */
        record Begun() implements Begin {}

        /** A question of this id is already there, in this conversation; nothing was written. */
        record Repeated(String runId, String text) implements Begin {}

        /** A question of this id is already there, in another conversation; nothing was written. */
        record Taken() implements Begin {}

        /** Another run of the conversation is still going; nothing was written. */
        record Busy(String runId) implements Begin {}

        /** There is no such conversation. */
        record NoConversation() implements Begin {}
    }

    /**
     * Stores a question and starts its run, both or neither; the conversation's {@code updatedAt} becomes the
     * question's time. At most one run of a conversation is going, however many callers try at once.
     */
    Begin begin(AccountId account, Run run, Entry question);

    /**
     * Ends a run: stores its answer, its end state and its usage, all or nothing. A second call for a run that has
     * ended changes nothing and answers false.
     */
    boolean finish(AccountId account, String runId, Run.State state, Entry answer, List<UsageRecord> usage);

    Optional<Run> find(AccountId account, String runId);

    /** Notes that a going run is to stop. Answers whether there is such a run and it has not ended. */
    boolean askToStop(AccountId account, String runId);

    /** The answer of a run that has ended. */
    Optional<Entry> answer(AccountId account, String runId);

    /** Runs of all accounts that have not ended, oldest first: those of living nodes, and what dead ones left. */
    List<Owned> unfinished();

    record Owned(AccountId account, Run run) {}
}
