package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * Jobs, each done once. A claim is a lease: a job whose holder died is claimed again by another once the lease has
 * passed. What a holder says of a job that another has claimed since has no effect.
 */
public interface JobStore {
    /**
     * @param holder who does it; one name a claim
     * @param until the lease's end
     */
    record Claimed(AccountId account, Job job, String holder, Instant until) {}

    /** Answers whether it is new: a job of this id that is waiting, going or done stays as it is. */
    boolean add(AccountId account, Job job);

    /**
     * The job of a kind, of any account, that has been due longest and that nobody holds; it is the holder's until
     * then. Of many callers exactly one gets it.
     */
    Optional<Claimed> claim(String kind, String holder, Instant now, Instant until);

    /** Prolongs a claim; false when it is no longer the holder's. */
    boolean renew(AccountId account, String jobId, String holder, Instant until);

    /** Says that the job is done; false when it is no longer the holder's. */
    boolean finish(AccountId account, String jobId, String holder);

    /** Gives the job back, for later; false when it is no longer the holder's. */
    boolean retry(AccountId account, String jobId, String holder, Instant due);

    /** Forgets jobs of all accounts that are done and were due before then; answers how many. */
    int forget(Instant doneAndDueBefore);
}
