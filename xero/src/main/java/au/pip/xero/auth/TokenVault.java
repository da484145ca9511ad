package au.pip.xero.auth;

import au.pip.xero.XeroException;
import java.time.Duration;
import java.util.Optional;

/** Where the tokens of one sign-in lie, for all threads and processes that use them. Safe for use by several threads. */
public interface TokenVault {
    /**
     * @param version tells these tokens from those that were there before and will be later
     */
    record Kept(TokenSet tokens, long version) {}

    /** The right to renew them alone. Closing it gives it back; a process that dies loses it after {@link #LASTS}. */
    interface Turn extends AutoCloseable {
        /** How long it lasts unless it is prolonged; longer than one try of a renewal takes. */
        Duration LASTS = Duration.ofSeconds(30);

        /** Lets it last anew from now; false when somebody else has it by now. */
        boolean prolong();

        @Override
        void close();
    }

    /**
     * The tokens as they were last stored.
     *
     * @throws XeroException.SignInNeeded when there are none, or Xero has ended them
     */
    Kept read();

    /** Empty while somebody else has it. */
    Optional<Turn> turn();

    /** Stores new tokens for these; when it answers true, they are on the disk. False when others were stored since. */
    boolean replace(Kept before, TokenSet after);

    /** Notes that Xero has ended these; false, and nothing is noted, when others were stored since. */
    boolean end(Kept ended);
}
