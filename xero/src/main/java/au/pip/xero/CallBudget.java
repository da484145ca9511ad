package au.pip.xero;

import java.time.Instant;

/**
 * The calls to one organisation that all processes of an installation make together. Xero counts by app and
 * organisation, whichever process calls. Implementations do not wait, and are safe for use by several threads.
 */
public interface CallBudget {
    /** For a process that is alone: nothing is counted but what {@link XeroSettings.Pace} keeps. */
    CallBudget UNSHARED = new CallBudget() {
        @Override
        public Turn take(String tenantId) {
            return new Turn.Granted();
        }

        @Override
        public void seen(String tenantId, XeroLimits limits) {
            // Nobody else counts.
        }
    };

    /** Takes one call to make now, or tells which limit is used up and until when. */
    Turn take(String tenantId);

    /** What Xero told of its limits in an answer; no more is left than it says. */
    void seen(String tenantId, XeroLimits limits);

    sealed interface Turn {
        record Granted() implements Turn {}

        /** @param until when it is worth asking again */
        record Refused(XeroLimit which, Instant until) implements Turn {}
    }
}
