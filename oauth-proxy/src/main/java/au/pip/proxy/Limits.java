package au.pip.proxy;

import java.time.Duration;

/**
 * How much is let in, and held.
 *
 * @param pages requests at once from one network for pages; one more every two seconds
 * @param calls the same for instances' calls; one more each second
 * @param networks of which the requests are counted
 * @param spent words that were used and are remembered
 * @param waiting sign-ins whose tokens wait for their instance
 * @param xero calls to Xero at once
 * @param xeroTime how long one of them may take
 * @param sweep how long tokens that nobody fetched stay at most after their time
 */
record Limits(int pages, int calls, int networks, int spent, int waiting, int xero, Duration xeroTime, Duration sweep) {
    static final Limits STANDARD =
            new Limits(30, 60, 10_000, 50_000, 1_000, 32, Duration.ofSeconds(25), Duration.ofSeconds(15));
}
