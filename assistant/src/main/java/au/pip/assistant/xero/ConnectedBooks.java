package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.BooksSource;
import au.pip.assistant.books.FactTable;
import au.pip.assistant.store.ReplyStore;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroException;
import au.pip.xero.XeroHttp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The books of the organisation that an account's questions are about. Safe for use by several threads. */
public final class ConnectedBooks implements BooksSource {
    private static final int MOST_OPEN = 500;
    private static final String HOW = ConnectionSteps.HOW;
    private static final String NONE = "No organisation is connected to Pip yet. Connect yours in Xero: " + HOW
            + ". Or try Pip over pretend books: ./pip demo.";

    private final Organisations organisations;
    private final XeroHttp http;
    private final ReplyStore replies;
    private final Clock clock;
    private final Map<Key, Books> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Books> eldest) {
            return size() > MOST_OPEN;
        }
    };

    private record Key(AccountId account, String connectionId, String signInId, Set<String> scopes) {}

    /**
     * @param replies keeps what Xero answers for a while
     * @param clock tells the day
     */
    public ConnectedBooks(Organisations organisations, XeroHttp http, ReplyStore replies, Clock clock) {
        this.organisations = organisations;
        this.http = http;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public Books books(AccountId account) {
        CurrentOrganisation current = current(account);
        String missing = missing(account, current);
        if (missing == null && current instanceof CurrentOrganisation.One(Connection one)) {
            return books(account, one);
        }
        throw new BooksUnavailable(String.valueOf(missing));
    }

    /** Why there are no books to ask, and what to do; empty when there are. Asks nobody. */
    public Optional<String> missing(AccountId account) {
        CurrentOrganisation known = organisations.known(account);
        return known instanceof CurrentOrganisation.None && organisations.looksUp()
                ? Optional.empty()
                : Optional.ofNullable(missing(account, known));
    }

    /** What the person has to know or do about what is connected; empty when there is nothing. Asks nobody. */
    public Optional<String> note(AccountId account) {
        String note = Stream.of(missing(account), organisations.toldOfElsewhere(account, HOW))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" "));
        return Optional.of(note).filter(each -> !each.isEmpty());
    }

    private @Nullable String missing(AccountId account, CurrentOrganisation current) {
        return switch (current) {
            case CurrentOrganisation.None _ ->
                organisations.toldOfElsewhere(account, HOW).orElse(NONE);
            case CurrentOrganisation.Unchosen(List<Connection> all) ->
                (all.size() == 1
                                ? "The organisation that you chose last was connected in another way, and is not"
                                        + " reached with Pip's settings now. Connected is: "
                                : "Several organisations are connected: ")
                        + names(all) + ". Which one are your questions about? Choose it with ./pip xero use NAME, or at"
                        + " the top of Pip's page, and ask again.";
            case CurrentOrganisation.Moved(Connection from, Connection to) ->
                "Pip's custom connection now leads to " + FactTable.cell(to.organisationName())
                        + "; until now it led to " + FactTable.cell(from.organisationName())
                        + ". Nothing was answered. Questions are about the new one from now on: ask again. If that is"
                        + " not meant, look at the app at https://developer.xero.com/app/manage.";
            case CurrentOrganisation.One(Connection one) ->
                switch (one.state()) {
                    case CONNECTED -> null;
                    case RECONNECT ->
                        "Xero needs you to sign in again for " + FactTable.cell(one.organisationName()) + ": " + HOW
                                + ". The sign-in was withdrawn or not used for 60 days, or the organisation was"
                                + " disconnected at Xero.";
                };
        };
    }

    private CurrentOrganisation current(AccountId account) {
        try {
            return organisations.forQuestion(account);
        } catch (XeroException e) {
            throw new BooksUnavailable(String.valueOf(e.getMessage()));
        }
    }

    private static String names(List<Connection> all) {
        return String.join(
                ", ",
                all.stream()
                        .map(each -> FactTable.cell(each.organisationName()))
                        .sorted()
                        .toList());
    }

    /** Another sign-in or other permissions make other books. */
    private Books books(AccountId account, Connection connection) {
        Set<String> scopes = organisations.scopes(connection);
        Key key = new Key(account, connection.id(), connection.signInId(), scopes);
        synchronized (open) {
            return open.computeIfAbsent(
                    key,
                    _ -> new Books(
                            new XeroApi(
                                    http,
                                    organisations.tokens(account, connection),
                                    connection.organisationId(),
                                    new StoredReplies(replies, account, connection, scopes)),
                            clock,
                            scopes,
                            new ConnectionSteps(organisations.way(), () -> organisations.isGone(account, connection)),
                            connection.id()));
        }
    }
}
