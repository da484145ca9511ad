package au.pip.proxy;

import java.time.Duration;

/**
 * How much is let in, and held.
 *
 * @param pages requests at once from one address for pages; one more every two seconds
 * @param calls the same for instances' calls; one more each second
 * @param addresses of which the requests are counted
 * @param spent words that were used and are remembered
 * @param waiting sign-ins whose tokens wait for their instance
 * @param xero calls to Xero at once
 * @param xeroTime how long one of them may take
 */
record Limits(int pages, int calls, int addresses, int spent, int waiting, int xero, Duration xeroTime) {
    static final Limits STANDARD = new Limits(30, 60, 10_000, 50_000, 1_000, 32, Duration.ofSeconds(25));
}
