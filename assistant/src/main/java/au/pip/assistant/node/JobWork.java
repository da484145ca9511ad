package au.pip.assistant.node;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;

/** Does jobs of one kind. It may be begun again after a node died in the middle, so what is done twice does no harm. */
@FunctionalInterface
public interface JobWork {
    /** What it throws makes the job wait and be tried again, a few times. */
    void perform(AccountId account, Job job);
}
