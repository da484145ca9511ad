package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import java.util.List;

/** The events of runs, so that a client can resume. */
public interface EventLog {
    /**
     * @param sequence 1, 2, 3… within a run
     * @param type the event's name
     * @param body JSON
     */
    record LoggedEvent(long sequence, String type, String body) {}

    /** Appends events whose sequences follow what is there; all or none. */
    void append(AccountId account, String runId, List<LoggedEvent> events);

    /** Up to {@code limit} events with a sequence above {@code sequence}, in order. */
    List<LoggedEvent> after(AccountId account, String runId, long sequence, int limit);

    /** The highest sequence of the run; 0 when it has none. */
    long last(AccountId account, String runId);
}
