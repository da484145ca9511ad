package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.node.JobWork;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.SecretStore;
import au.pip.assistant.store.SecretStore.Owned;
import au.pip.xero.XeroException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Renews sign-ins that nobody has used for a month: after 60 days Xero would end them
 * (https://developer.xero.com/faq/oauth2). One that cannot be renewed now is tried again with the next job. Tokens that
 * no connection names, as a crash in the middle of a sign-in leaves them, are removed.
 */
public final class IdleSignIns implements JobWork {
    public static final String KIND = "idle-sign-ins";

    private static final System.Logger LOG = System.getLogger(IdleSignIns.class.getName());
    private static final Duration IDLE = Duration.ofDays(30);
    private static final int PAGE = 100;

    private final SecretStore secrets;
    private final SignInTokens tokens;
    private final InstantSource clock;

    public IdleSignIns(SecretStore secrets, SignInTokens tokens, InstantSource clock) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void perform(AccountId account, Job job) {
        Instant before = clock.instant().minus(IDLE);
        int renewed = 0;
        @Nullable String cursor = null;
        do {
            Page<Owned> page = secrets.page(cursor, PAGE);
            for (Owned each : page.items()) {
                if (each.secret().kind().equals(SignInTokens.KIND)
                        && renew(each.account(), each.secret().owner(), before)) {
                    renewed++;
                }
            }
            cursor = page.next();
        } while (cursor != null);
        LOG.log(renewed > 0 ? Level.INFO : Level.DEBUG, job.id() + ": renewed " + renewed + " idle sign-ins");
    }

    private boolean renew(AccountId account, String signInId, Instant before) {
        try {
            return tokens.renewIdle(account, signInId, before);
        } catch (XeroException e) {
            LOG.log(Level.WARNING, "an idle sign-in was not renewed: " + e.getMessage());
            return false;
        }
    }
}
