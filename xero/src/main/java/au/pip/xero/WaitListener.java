package au.pip.xero;

import java.time.Duration;

/** Is told when a call waits for one of Xero's limits, so that a person sees why nothing happens. */
@FunctionalInterface
public interface WaitListener {
    WaitListener SILENT = (endpoint, limit, wait) -> {};

    /** Called on the waiting thread before it waits; it should return at once. */
    void waiting(String endpoint, XeroLimit limit, Duration wait);
}
