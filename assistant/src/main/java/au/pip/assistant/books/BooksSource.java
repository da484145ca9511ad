package au.pip.assistant.books;

import au.pip.assistant.AccountId;

/** Where an account's books come from. */
@FunctionalInterface
public interface BooksSource {
    /**
     * @throws BooksUnavailable when no organisation is connected; it says what to do
     */
    Books books(AccountId account);

    /** There are no books to ask. The message is a sentence for a person. */
    final class BooksUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BooksUnavailable(String message) {
            super(message);
        }
    }
}
