package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.xero.AccessTokens;
import java.util.List;

/** The organisations that an account may have drafts made in, as far as each connection's scopes let it. */
public interface DraftPlaces {
    List<Connection> all(AccountId account);

    /** Good tokens for an organisation. */
    AccessTokens tokens(AccountId account, Connection connection);
}
