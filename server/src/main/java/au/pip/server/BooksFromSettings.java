package au.pip.server;

import au.pip.assistant.AccountId;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.BooksSource;
import au.pip.server.ServerSettings.XeroAccess;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The books that the settings name: one organisation for the one account. */
final class BooksFromSettings implements BooksSource, AutoCloseable {
    private static final String NOT_CONNECTED =
            "No organisation is connected: signing in to Xero is not in this version yet. Run ./pip demo to try Pip over pretend books.";

    private final @Nullable XeroHttp http;
    private final @Nullable Books books;

    BooksFromSettings(XeroAccess access, Clock clock) {
        switch (access) {
            case XeroAccess.Sandbox sandbox -> {
                XeroHttp opened = new XeroHttp(XeroSettings.defaults().withBase(sandbox.api()));
                http = opened;
                books = new Books(new XeroApi(opened, sandbox::token, sandbox.tenantId()), clock);
            }
            case XeroAccess.SignIn _ -> {
                http = null;
                books = null;
            }
        }
    }

    @Override
    public Books books(AccountId account) {
        if (books == null) {
            throw new BooksUnavailable(NOT_CONNECTED);
        }
        return books;
    }

    Optional<String> missing() {
        return books == null ? Optional.of(NOT_CONNECTED) : Optional.empty();
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
    }
}
