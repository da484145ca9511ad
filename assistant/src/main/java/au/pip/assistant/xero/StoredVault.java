package au.pip.assistant.xero;

import au.pip.assistant.Lease;
import au.pip.assistant.secret.SecretException;
import au.pip.assistant.secret.SecretPlace;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.ConnectionStore;
import au.pip.assistant.store.LeaseStore;
import au.pip.xero.XeroException;
import au.pip.xero.auth.TokenSet;
import au.pip.xero.auth.TokenVault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one sign-in, sealed in the database. The turn to renew them is a lease there; an end of the sign-in is
 * noted with its connections too.
 */
final class StoredVault implements TokenVault {
    private static final String ENDPOINT = "connect/token";

    private final Secrets secrets;
    private final LeaseStore leases;
    private final ConnectionStore connections;
    private final SecretPlace place;
    private final String holder;
    private final InstantSource clock;
    private final @Nullable TokenSet nobodys;

    /**
     * @param node which process this is
     * @param nobodys what there is before the first renewal, where nobody signs in; null where a person has to
     */
    StoredVault(
            Secrets secrets,
            LeaseStore leases,
            ConnectionStore connections,
            SecretPlace place,
            String node,
            InstantSource clock,
            @Nullable TokenSet nobodys) {
        this.secrets = secrets;
        this.leases = leases;
        this.connections = connections;
        this.place = place;
        this.holder = node;
        this.clock = clock;
        this.nobodys = nobodys;
    }

    @Override
    public Kept read() {
        try {
            Optional<Secrets.Kept> kept = secrets.open(place);
            Optional<TokenSet> tokens = kept.flatMap(text -> TokenText.read(text.text()));
            if (tokens.isPresent()) {
                return new Kept(tokens.get(), kept.get().version());
            }
        } catch (SecretException e) {
            throw new XeroException.AppRefused(String.valueOf(e.getMessage()), ENDPOINT, "sealed");
        }
        if (nobodys != null) {
            return new Kept(nobodys, 0);
        }
        connections.needSignIn(place.account(), place.owner(), clock.instant());
        throw XeroException.SignInNeeded.endedBy("Xero", ENDPOINT);
    }

    @Override
    public Optional<Turn> turn() {
        String name = "xero-sign-in/" + place.owner();
        String mine = holder + "/" + UUID.randomUUID();
        return take(name, mine).map(lease -> new Held(name, mine, lease.number()));
    }

    private Optional<Lease> take(String name, String mine) {
        Instant now = clock.instant();
        return leases.take(place.account(), name, mine, now, now.plus(Turn.LASTS));
    }

    private final class Held implements Turn {
        private final String name;
        private final String mine;
        private final long number;

        Held(String name, String mine, long number) {
            this.name = name;
            this.mine = mine;
            this.number = number;
        }

        /** One that comes back under another number was somebody else's in between. */
        @Override
        public boolean prolong() {
            return take(name, mine).filter(lease -> lease.number() == number).isPresent();
        }

        @Override
        public void close() {
            leases.release(place.account(), name, mine);
        }
    }

    @Override
    public boolean replace(Kept before, TokenSet after) {
        if (before.version() == 0) {
            secrets.put(place, TokenText.of(after));
            return true;
        }
        return secrets.replace(place, sealed(before), TokenText.of(after));
    }

    @Override
    public boolean end(Kept ended) {
        if (nobodys != null) {
            return true;
        }
        if (!secrets.replace(place, sealed(ended), TokenText.ENDED)) {
            return false;
        }
        connections.needSignIn(place.account(), place.owner(), clock.instant());
        return true;
    }

    private static Secrets.Kept sealed(Kept kept) {
        return new Secrets.Kept(TokenText.of(kept.tokens()), kept.version());
    }
}
