package au.pip.llm.compose;

import au.pip.llm.Cost;
import au.pip.llm.Estimate;
import au.pip.llm.LlmException;
import au.pip.llm.Usage;
import org.jspecify.annotations.Nullable;

/** Says before each call whether it may be paid, and hears afterwards what it cost. Safe for use by several threads. */
public interface SpendGuard {
    /**
     * Sets aside what the call may cost.
     *
     * @param estimate a bound on what it may use; when it has no price, {@link Estimate#unpriced} says what is missing
     * @throws LlmException.BudgetExhausted when there is too little left; nothing is sent then
     */
    Reservation reserve(Estimate estimate);

    /** What is set aside for one call. */
    interface Reservation {
        /**
         * The call has ended, whole, cut, cancelled or refused. Called exactly once for each reservation.
         *
         * @param usage what the provider has counted; {@link Usage#NONE} when it has not said anything
         * @param cost null when it is not known; a lower bound when {@link Cost#atLeast} says so
         */
        void settle(Usage usage, @Nullable Cost cost);
    }
}
