package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.xero.AccessTokens;
import java.util.List;
import java.util.Set;

/** The organisations that an account may have drafts made in, as far as the scopes that count today let it. */
public interface DraftPlaces {
    List<Connection> all(AccountId account);

    /** What counts there today of what was granted. */
    Set<String> scopes(Connection connection);

    /** What a person does so that drafts may be made, to go on with after "To let it make drafts, …, ". */
    default String toLetWrite() {
        return "set XERO_WRITES=drafts where Pip runs, start it anew and connect the organisation again.";
    }

    /** Good tokens for an organisation. */
    AccessTokens tokens(AccountId account, Connection connection);
}
