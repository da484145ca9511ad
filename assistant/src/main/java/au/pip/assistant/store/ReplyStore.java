package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Replies of Xero that are kept for a while, each for one connection of one account. They may go at any time, and are
 * in no backup and no move, since Xero has them all.
 */
public interface ReplyStore {
    /** The longest body, in bytes. */
    int MOST_BYTES = 380_000;

    /** Bytes as they were given, and since when they are good. */
    final class Reply {
        private final Instant at;
        private final byte[] body;

        public Reply(Instant at, byte[] body) {
            this.at = at;
            this.body = body;
        }

        public Instant at() {
            return at;
        }

        /** Not to be changed. */
        public byte[] body() {
            return body;
        }
    }

    /**
     * Keeps a reply, in place of the one of that name.
     *
     * @throws IllegalArgumentException when the body is above {@value #MOST_BYTES}
     */
    void put(AccountId account, String connectionId, String name, Reply reply);

    Optional<Reply> find(AccountId account, String connectionId, String name);

    /** As many bytes as are kept for the connection, or more: some stores count what was replaced or has gone. */
    long bytes(AccountId account, String connectionId);

    /** Forgets all of a connection; answers how many there were. */
    int forget(AccountId account, String connectionId);

    /** Forgets those of all accounts that are good since before then; answers how many. */
    int forget(Instant before);
}
