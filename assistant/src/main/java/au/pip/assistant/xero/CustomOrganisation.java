package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.xero.AccessTokens;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroException;
import au.pip.xero.XeroHttp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which organisation a custom connection leads to, as Xero says of each of its tokens. Safe for use by several threads.
 */
final class CustomOrganisation {
    private final WayIn.Custom way;
    private final SignInTokens tokens;
    private final XeroHttp http;
    private final Organisations organisations;

    /** The hash of the token whose organisation was settled last. */
    private final Map<AccountId, String> settled = new ConcurrentHashMap<>();

    CustomOrganisation(WayIn.Custom way, SignInTokens tokens, XeroHttp http, Organisations organisations) {
        this.way = way;
        this.tokens = tokens;
        this.http = http;
        this.organisations = organisations;
    }

    /** @param links the organisation; empty when Xero named none */
    private record Told(String tokenHash, List<au.pip.xero.Connection> links) {}

    /**
     * Connects it for the first time.
     *
     * @throws XeroException when Xero cannot be asked
     */
    void lookUp(AccountId account) {
        Told told = ask(token(account).token(), token(account));
        if (!told.links().isEmpty()) {
            connect(account, told);
            settled.put(account, told.tokenHash());
        }
    }

    /**
     * Before a question is answered: a new token is asked first which organisation it is for. Another one takes the place
     * of the one before, and is told of in place of an answer. When Xero does not say, the question goes on about the
     * one before, and the next one asks again.
     */
    CurrentOrganisation forQuestion(AccountId account, Connection before) {
        try {
            String token = token(account).token();
            if (Word.hash(token).equals(settled.get(account))) {
                return since(account, before);
            }
            Told told = ask(token, token(account));
            if (told.links().isEmpty()) {
                return new CurrentOrganisation.One(before);
            }
            CurrentOrganisation now = told.links().getFirst().tenantId().equals(before.organisationId())
                    ? new CurrentOrganisation.One(before)
                    : moved(account, before, told);
            settled.put(account, told.tokenHash());
            return now;
        } catch (XeroException untold) {
            // The question itself meets it, unless it is answered by what Xero said before.
            return new CurrentOrganisation.One(before);
        }
    }

    private CurrentOrganisation moved(AccountId account, Connection before, Told told) {
        Connection after = connect(account, told);
        organisations.forget(account, before);
        return new CurrentOrganisation.Moved(before, after);
    }

    /** Another question may have come to know of a move while this one was on its way. */
    private CurrentOrganisation since(AccountId account, Connection before) {
        CurrentOrganisation known = organisations.known(account);
        return known instanceof CurrentOrganisation.One(Connection one)
                        && !one.organisationId().equals(before.organisationId())
                ? new CurrentOrganisation.Moved(before, one)
                : known;
    }

    private Connection connect(AccountId account, Told told) {
        return organisations
                .connect(account, way.signInId(), way.scopes(), told.links())
                .getFirst();
    }

    /** Of this very token, whatever is renewed meanwhile; of another one where Xero refuses this. */
    private Told ask(String token, AccessTokens others) {
        try {
            return ask(token);
        } catch (XeroException.Unauthorized refused) {
            return ask(others.insteadOf(token));
        }
    }

    private Told ask(String token) {
        List<au.pip.xero.Connection> links = XeroApi.connections(http, () -> token).value().stream()
                .filter(au.pip.xero.Connection::isOrganisation)
                .limit(1)
                .toList();
        return new Told(Word.hash(token), links);
    }

    private AccessTokens token(AccountId account) {
        return tokens.of(account, way.signInId());
    }
}
