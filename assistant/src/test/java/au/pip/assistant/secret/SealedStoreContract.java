package au.pip.assistant.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.AccountId;
import au.pip.assistant.Secret;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.SecretStore;
import au.pip.assistant.store.Stores;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets over a real store. An implementation extends it and says how its stores are opened. */
public abstract class SealedStoreContract {
    private static final AccountId ANN = new AccountId("ann");
    private static final AccountId BEN = new AccountId("ben");
    private static final SecretPlace PLACE = new SecretPlace(ANN, "xero-tokens", "connection-1");

    private final AtomicReference<Keyring> keys =
            new AtomicReference<>(new Keyring(MasterKey.random(new SecureRandom()), List.of()));
    private Stores stores;
    private SecretStore store;
    private SecretBox box;
    private Secrets secrets;
    private AllSecrets all;

    /** Opens this test's own stores, empty. */
    protected abstract Stores open();

    @BeforeEach
    void openStores() {
        stores = open();
        store = stores.secrets();
        box = SecretBox.over(keys::get);
        secrets = new Secrets(store, box);
        all = new AllSecrets(store, box);
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    /** A new key in force, as a rotation makes it. */
    private MasterKey newKey() {
        MasterKey next = MasterKey.random(new SecureRandom());
        keys.updateAndGet(before -> {
            List<MasterKey> older = new ArrayList<>(before.older());
            older.add(before.current());
            return new Keyring(next, older);
        });
        return next;
    }

    private Secret row(SecretPlace place) {
        return store.find(place.account(), place.kind(), place.owner()).orElseThrow();
    }

    private static SecretPlace place(int number) {
        return new SecretPlace(number % 2 == 0 ? ANN : BEN, "kind-" + number % 3, "owner-" + number);
    }

    @Test
    void keepsOpensReplacesAndRemoves() {
        assertThat(secrets.open(PLACE)).isEmpty();
        secrets.put(PLACE, "one");
        assertThat(secrets.open(PLACE)).contains(new Secrets.Kept("one", 1));
        secrets.put(PLACE, "two");
        Secrets.Kept two = secrets.open(PLACE).orElseThrow();
        assertThat(secrets.replace(PLACE, two, "three")).isTrue();
        assertThat(secrets.replace(PLACE, two, "four"))
                .as("it was replaced since")
                .isFalse();
        assertThat(secrets.open(PLACE).map(Secrets.Kept::text)).contains("three");
        assertThat(secrets.remove(PLACE)).isTrue();
        assertThat(secrets.remove(PLACE)).isFalse();
        assertThat(secrets.open(PLACE)).isEmpty();
        assertThat(secrets.replace(PLACE, two, "five")).as("it was removed").isFalse();
        assertThat(all.count().total()).isZero();
    }

    @Test
    void keepsNothingThatIsNotSealed() {
        secrets.put(PLACE, "sk-plain-as-day");
        List<Row> rows = new ArrayList<>();
        stores.rows().read(row -> {
            if (row.noun() == Noun.SECRET) {
                rows.add(row);
            }
        });
        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain("sk-plain-as-day").contains("v1.");
    }

    @Test
    void opensNoRowWhoseSealedTextWasCopiedFromAnother() {
        secrets.put(PLACE, "ann's");
        String sealed = row(PLACE).sealed();
        for (SecretPlace other : List.of(
                new SecretPlace(BEN, PLACE.kind(), PLACE.owner()),
                new SecretPlace(ANN, "model-key", PLACE.owner()),
                new SecretPlace(ANN, PLACE.kind(), "connection-2"))) {
            assertThat(store.put(other.account(), other.kind(), other.owner(), 0, sealed))
                    .isTrue();
            assertThatThrownBy(() -> secrets.open(other))
                    .isInstanceOfSatisfying(
                            SecretException.class,
                            refused -> assertThat(refused.found()).isEqualTo(new Opened.Refused()))
                    .hasMessageContaining("belongs to another account, kind or owner");
        }
        assertThat(secrets.open(PLACE).map(Secrets.Kept::text)).contains("ann's");
        List<SecretException> told = new ArrayList<>();
        assertThat(all.verify(told::add)).isEqualTo(new AllSecrets.Verified(1, 3));
        assertThat(told).hasSize(3);
    }

    @Test
    void opensNoRowThatWasExchangedForAnOlderOneOfAnotherPlace() {
        SecretPlace other = new SecretPlace(BEN, PLACE.kind(), PLACE.owner());
        secrets.put(PLACE, "ann's");
        secrets.put(other, "ben's");
        String anns = row(PLACE).sealed();
        assertThat(store.put(ANN, PLACE.kind(), PLACE.owner(), 1, row(other).sealed()))
                .isTrue();
        assertThat(store.put(BEN, other.kind(), other.owner(), 1, anns)).isTrue();
        assertThat(all.verify(_ -> {})).isEqualTo(new AllSecrets.Verified(0, 2));
    }

    @Test
    void sealsEveryRowAnewPageByPage() {
        for (int number = 0; number < 250; number++) {
            secrets.put(place(number), "text " + number);
        }
        String old = keys.get().current().id();
        assertThat(all.count()).isEqualTo(new AllSecrets.Count(Map.of(old, 250L), 0));
        MasterKey next = newKey();
        assertThat(all.sealAnew(false, _ -> {})).isEqualTo(new AllSecrets.Resealed(250, 0, 0));
        assertThat(all.count()).isEqualTo(new AllSecrets.Count(Map.of(next.id(), 250L), 0));
        assertThat(all.sealAnew(false, _ -> {})).isEqualTo(new AllSecrets.Resealed(0, 250, 0));
        keys.set(new Keyring(next, List.of()));
        for (int number = 0; number < 250; number++) {
            assertThat(secrets.open(place(number)).map(Secrets.Kept::text)).contains("text " + number);
        }
    }

    @Test
    void replacesWhatWasOnlySealedAnewSince() {
        secrets.put(PLACE, "one");
        Secrets.Kept opened = secrets.open(PLACE).orElseThrow();
        newKey();
        all.sealAnew(false, _ -> {});
        assertThat(row(PLACE).version()).isEqualTo(2);
        assertThat(secrets.replace(PLACE, opened, "two")).isTrue();
        assertThat(secrets.open(PLACE).map(Secrets.Kept::text)).contains("two");
    }

    /** A key that changes after the sealing and before the keeping would leave a row under the older one. */
    @Test
    void keepsUnderTheNewKeyWhenItChangesWhileKeeping() {
        MasterKey[] next = new MasterKey[1];
        SecretStore changing = new ForwardingStore(store) {
            @Override
            public boolean put(AccountId account, String kind, String owner, long expected, String sealed) {
                if (next[0] == null) {
                    next[0] = newKey();
                    // Two rotations have gone by: the key that sealed it is there no more.
                    keys.set(new Keyring(next[0], List.of()));
                }
                return super.put(account, kind, owner, expected, sealed);
            }
        };
        new Secrets(changing, box).put(PLACE, "text");
        assertThat(row(PLACE).sealed()).startsWith("v1." + next[0].id() + ".");
        assertThat(secrets.open(PLACE).map(Secrets.Kept::text)).contains("text");
    }

    /** Removed and kept again while a rotation holds what it read: versions go on, so it cannot bring the old one back. */
    @Test
    void bringsNothingRemovedBackWhileSealingAnew() {
        secrets.put(PLACE, "old");
        newKey();
        AtomicInteger puts = new AtomicInteger();
        SecretStore interleaved = new ForwardingStore(store) {
            @Override
            public boolean put(AccountId account, String kind, String owner, long expected, String sealed) {
                if (puts.getAndIncrement() == 0) {
                    secrets.remove(PLACE);
                    secrets.put(PLACE, "new");
                }
                return super.put(account, kind, owner, expected, sealed);
            }
        };
        new AllSecrets(interleaved, box).sealAnew(false, _ -> {});
        assertThat(secrets.open(PLACE).map(Secrets.Kept::text)).contains("new");
    }

    @Test
    void losesNoPutWhileEverythingIsSealedAnewAgainAndAgain() throws Exception {
        int writers = 4;
        int rounds = 60;
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int writer = 0; writer < writers; writer++) {
            SecretPlace own = place(writer);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int round = 0; round < rounds; round++) {
                        secrets.put(own, "round " + round);
                        assertThat(secrets.open(own).map(Secrets.Kept::text)).contains("round " + round);
                        if (round % 7 == 6) {
                            assertThat(secrets.remove(own)).isTrue();
                        }
                    }
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            }));
        }
        while (threads.stream().anyMatch(Thread::isAlive)) {
            newKey();
            assertThat(all.sealAnew(false, failures::add).unopenable()).isZero();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        all.sealAnew(false, failures::add);
        assertThat(all.count().byKey()).containsOnlyKeys(keys.get().current().id());
        for (int writer = 0; writer < writers; writer++) {
            assertThat(secrets.open(place(writer)).map(Secrets.Kept::text)).contains("round " + (rounds - 1));
        }
    }

    @Test
    void tellsWhatCannotBeOpenedAndForgetsItOnlyWhenAsked() {
        secrets.put(PLACE, "sk-lost");
        assertThat(store.put(BEN, "model-key", "openai", 0, "no sealed text")).isTrue();
        MasterKey other = MasterKey.random(new SecureRandom());
        keys.set(new Keyring(other, List.of()));
        List<SecretException> told = new ArrayList<>();
        assertThat(all.sealAnew(false, told::add)).isEqualTo(new AllSecrets.Resealed(0, 0, 2));
        assertThat(told).hasSize(2).allSatisfy(each -> assertThat(each).hasMessageNotContaining("sk-lost"));
        assertThat(all.count().total()).isEqualTo(2);
        assertThat(all.sealAnew(true, _ -> {})).isEqualTo(new AllSecrets.Resealed(0, 0, 2));
        assertThat(all.count().total()).isZero();
        assertThat(secrets.open(PLACE)).isEmpty();
        secrets.put(PLACE, "entered anew");
        assertThat(secrets.open(PLACE).map(Secrets.Kept::text)).contains("entered anew");
    }

    /** A store that a test gets between. */
    private static class ForwardingStore implements SecretStore {
        private final SecretStore store;

        ForwardingStore(SecretStore store) {
            this.store = store;
        }

        @Override
        public Optional<Secret> find(AccountId account, String kind, String owner) {
            return store.find(account, kind, owner);
        }

        @Override
        public boolean put(AccountId account, String kind, String owner, long expected, String sealed) {
            return store.put(account, kind, owner, expected, sealed);
        }

        @Override
        public boolean remove(AccountId account, String kind, String owner) {
            return store.remove(account, kind, owner);
        }

        @Override
        public Page<Owned> page(String cursor, int limit) {
            return store.page(cursor, limit);
        }
    }
}
