package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.secret.SecretException;
import au.pip.assistant.secret.SecretPlace;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.xero.AccessTokens;
import au.pip.xero.XeroException;
import au.pip.xero.auth.CustomConnection;
import au.pip.xero.auth.RenewingTokens;
import au.pip.xero.auth.TokenSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of sign-ins. A process has one of this, so that its callers share renewals. Safe for use by several
 * threads.
 */
public final class SignInTokens {
    static final String KIND = "xero-tokens";

    /** As long as a step of a sign-in may take. */
    private static final Duration SIGN_IN = Duration.ofMinutes(10);

    private final Stores stores;
    private final Secrets secrets;
    private final WayIn way;
    private final String node;
    private final InstantSource clock;
    private final Map<SecretPlace, RenewingTokens> renewing = new ConcurrentHashMap<>();

    /** @param node which process this is */
    public SignInTokens(Stores stores, Secrets secrets, WayIn way, String node, InstantSource clock) {
        this.stores = stores;
        this.secrets = secrets;
        this.way = way;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Good ones, renewed as they run out; nothing is asked or opened before the first use. Those of a sign-in that came
     * another way are not used at all: each use throws {@link XeroException.SignInNeeded}.
     */
    public AccessTokens of(AccountId account, String signInId) {
        if (!way.isOfThis(signInId)) {
            return () -> {
                throw new XeroException.SignInNeeded(
                        "This organisation was connected in another way than Pip's settings say now. Connect Xero again.",
                        "connect/token");
            };
        }
        return renewing.computeIfAbsent(
                place(account, signInId), place -> new RenewingTokens(vault(place), way.auth(), clock));
    }

    private StoredVault vault(SecretPlace place) {
        @Nullable
        TokenSet nobodys = switch (way) {
            case WayIn.Browser _ -> null;
            case WayIn.Custom _ -> CustomConnection.nothingYet();
        };
        return new StoredVault(secrets, stores.leases(), stores.connections(), place, node, clock, nobodys);
    }

    void keep(AccountId account, String signInId, TokenSet tokens) {
        secrets.put(place(account, signInId), TokenText.of(tokens));
    }

    /** Takes them out of the database. Empty when there are none, or they cannot be opened any more. */
    Optional<TokenSet> take(AccountId account, String signInId) {
        SecretPlace place = place(account, signInId);
        Optional<TokenSet> tokens = opened(place);
        secrets.remove(place);
        renewing.remove(place);
        return tokens;
    }

    /**
     * Renews them if their access token ran out before a time; answers whether it did. Those of another way, and those
     * that nobody can renew, stay as they are. Those that no connection names are never renewed, and go once their
     * access token ran out ten minutes ago: no sign-in is at work on them then.
     *
     * @throws XeroException when they are to be renewed and cannot be
     */
    boolean renewIdle(AccountId account, String signInId, Instant before) {
        Optional<TokenSet> kept = opened(place(account, signInId));
        if (!isNamed(account, signInId)) {
            Instant old = clock.instant().minus(SIGN_IN);
            kept.filter(each -> each.expiresAt().isBefore(old)).ifPresent(_ -> take(account, signInId));
            return false;
        }
        boolean idle = way instanceof WayIn.Browser
                && way.isOfThis(signInId)
                && kept.filter(each ->
                                each.refresh() != null && each.expiresAt().isBefore(before))
                        .isPresent();
        if (idle) {
            var _ = of(account, signInId).token();
        }
        return idle;
    }

    private boolean isNamed(AccountId account, String signInId) {
        return stores.connections().all(account).stream()
                .anyMatch(each -> each.signInId().equals(signInId));
    }

    private Optional<TokenSet> opened(SecretPlace place) {
        try {
            return secrets.open(place).flatMap(kept -> TokenText.read(kept.text()));
        } catch (SecretException unopenable) {
            return Optional.empty();
        }
    }

    private static SecretPlace place(AccountId account, String signInId) {
        return new SecretPlace(account, KIND, signInId);
    }
}
