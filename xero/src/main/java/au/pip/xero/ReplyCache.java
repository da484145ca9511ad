package au.pip.xero;

import java.util.Optional;

/**
 * Keeps replies for a while, for one organisation and what one sign-in may read of it: whoever may read less, or
 * something else, has another. It may lose anything at any time, and fails never: what it cannot give or keep is asked
 * of Xero. Safe for use by several threads.
 */
public interface ReplyCache {
    /** Keeps nothing. */
    ReplyCache NONE = new ReplyCache() {
        @Override
        public Optional<Answer> find(String name) {
            return Optional.empty();
        }

        @Override
        public boolean keep(String name, Answer answer) {
            return false;
        }

        @Override
        public void forget() {
            // Nothing is kept.
        }
    };

    /** The bytes as they were kept, however old, and when Xero sent them. */
    Optional<Answer> find(String name);

    /** Keeps an answer in place of the one of this name; false when it is too large or cannot be kept. */
    boolean keep(String name, Answer answer);

    /** Loses all, as after a change of the books. */
    void forget();
}
