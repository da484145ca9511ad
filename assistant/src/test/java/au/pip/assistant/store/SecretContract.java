package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Secret;
import au.pip.assistant.store.SecretStore.Owned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

interface SecretContract extends OpenedStores {
    String TOKENS = "xero-tokens";

    @Test
    default void keepsASecretAndCountsItsVersions() {
        assertThat(stores().secrets().find(ANN, TOKENS, "one")).isEmpty();

        assertThat(stores().secrets().put(ANN, TOKENS, "one", 0, "first")).isTrue();
        assertThat(reopen().secrets().find(ANN, TOKENS, "one")).contains(new Secret(TOKENS, "one", "first", 1));

        assertThat(stores().secrets().put(ANN, TOKENS, "one", 1, "second")).isTrue();
        assertThat(stores().secrets().put(ANN, TOKENS, "one", 2, "second")).isTrue();
        assertThat(reopen().secrets().find(ANN, TOKENS, "one")).contains(new Secret(TOKENS, "one", "second", 3));
    }

    @Test
    default void keepsASecretOnlyOverTheVersionThatIsExpected() {
        assertThat(stores().secrets().put(ANN, TOKENS, "one", 1, "of none")).isFalse();
        assertThat(stores().secrets().find(ANN, TOKENS, "one")).isEmpty();

        stores().secrets().put(ANN, TOKENS, "one", 0, "first");
        stores().secrets().put(ANN, TOKENS, "one", 1, "second");
        for (long expected : List.of(0L, 1L, 3L, -1L, Long.MAX_VALUE)) {
            assertThat(stores().secrets().put(ANN, TOKENS, "one", expected, "refused"))
                    .isFalse();
        }

        assertThat(stores().secrets().find(ANN, TOKENS, "one")).contains(new Secret(TOKENS, "one", "second", 2));
    }

    @Test
    default void ofFiftyFirstOnesExactlyOneIsKept() throws Exception {
        List<Boolean> outcomes =
                Race.of(50, caller -> stores().secrets().put(ANN, TOKENS, "one", 0, "caller " + caller));

        assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(stores().secrets().find(ANN, TOKENS, "one"))
                .contains(new Secret(TOKENS, "one", "caller " + outcomes.indexOf(true), 1));
    }

    @Test
    default void ofFiftyReplacementsOfOneVersionExactlyOneIsKept() throws Exception {
        stores().secrets().put(ANN, TOKENS, "one", 0, "first");

        List<Boolean> outcomes =
                Race.of(50, caller -> stores().secrets().put(ANN, TOKENS, "one", 1, "caller " + caller));

        assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(stores().secrets().find(ANN, TOKENS, "one"))
                .contains(new Secret(TOKENS, "one", "caller " + outcomes.indexOf(true), 2));
    }

    @Test
    default void removesASecretWhichMayThenBeAFirstOneAgain() {
        stores().secrets().put(ANN, TOKENS, "one", 0, "first");
        stores().secrets().put(ANN, TOKENS, "one", 1, "second");

        assertThat(stores().secrets().remove(ANN, TOKENS, "one")).isTrue();
        assertThat(stores().secrets().remove(ANN, TOKENS, "one")).isFalse();

        assertThat(reopen().secrets().find(ANN, TOKENS, "one")).isEmpty();
        assertThat(stores().secrets().page(null, 100).items()).isEmpty();
        assertThat(stores().secrets().put(ANN, TOKENS, "one", 2, "late")).isFalse();
        assertThat(stores().secrets().put(ANN, TOKENS, "one", 0, "again")).isTrue();
        assertThat(stores().secrets().find(ANN, TOKENS, "one")).contains(new Secret(TOKENS, "one", "again", 1));
    }

    /** However a store makes one key of account, kind and owner. */
    @Test
    default void keepsAccountsKindsAndOwnersApart() {
        List<Owned> all = new ArrayList<>();
        for (String mark : List.of("|", "#", "/", ":", "\\", " ", "-", "%", "\0", "\u001F", "\u001A0000")) {
            for (String[] key : new String[][] {
                {"x", "a", "b" + mark + "c"},
                {"x", "a" + mark + "b", "c"},
                {"x", "a" + mark, "b" + mark + "c"},
                {"x", "a" + mark + mark + "b", "c"},
                {"x" + mark + "a", "b", "c"},
                {"x" + mark, "a", "b" + mark + "c"},
            }) {
                String sealed = String.join(" + ", key);
                all.add(new Owned(new AccountId(key[0]), new Secret(key[1], key[2], sealed, 1)));
                assertThat(stores().secrets().put(new AccountId(key[0]), key[1], key[2], 0, sealed))
                        .as(sealed)
                        .isTrue();
            }
        }

        assertThat(all)
                .allSatisfy(each -> assertThat(stores().secrets()
                                .find(
                                        each.account(),
                                        each.secret().kind(),
                                        each.secret().owner()))
                        .contains(each.secret()));
        assertThat(Pages.all(cursor -> stores().secrets().page(cursor, 100))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void listsTheSecretsOfAllAccountsByAccountKindAndOwner() {
        List<String> names = List.of("a", "a!", "a b", "ab", "B", "é", "\uFFFD", "😀");
        List<Owned> secrets = new ArrayList<>();
        for (String account : names) {
            for (String kind : names) {
                for (String owner : List.of("a", "a!", "ab", "B")) {
                    secrets.add(new Owned(new AccountId(account), new Secret(kind, owner, "sealed", 1)));
                }
            }
        }
        secrets.reversed()
                .forEach(each -> stores().secrets()
                        .put(each.account(), each.secret().kind(), each.secret().owner(), 0, "sealed"));

        secrets.sort(Comparator.comparing((Owned each) -> each.account().value(), Bytewise.ORDER)
                .thenComparing(each -> each.secret().kind(), Bytewise.ORDER)
                .thenComparing(each -> each.secret().owner(), Bytewise.ORDER));
        assertThat(Pages.all(cursor -> stores().secrets().page(cursor, 7))).isEqualTo(secrets);
        assertThat(Pages.all(cursor -> stores().secrets().page(cursor, 100))).isEqualTo(secrets);
    }

    @Test
    default void sealingAnewWhileReadingSeesEverySecretOnce() {
        for (int owner = 0; owner < 45; owner++) {
            stores().secrets().put(owner % 2 == 0 ? ANN : BOB, TOKENS, "owner " + owner, 0, "old");
        }

        List<Owned> seen = Pages.all(cursor -> {
            Page<Owned> page = stores().secrets().page(cursor, 10);
            page.items()
                    .forEach(each -> stores().secrets()
                            .put(
                                    each.account(),
                                    each.secret().kind(),
                                    each.secret().owner(),
                                    1,
                                    "new"));
            return page;
        });

        assertThat(seen)
                .hasSize(45)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.secret().version() == 1);
        assertThat(Pages.all(cursor -> stores().secrets().page(cursor, 100)))
                .hasSize(45)
                .allMatch(each ->
                        each.secret().sealed().equals("new") && each.secret().version() == 2);
    }
}
