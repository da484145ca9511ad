package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface AccountStoreContract extends OpenedStores {
    @Test
    default void keepsAnAccount() {
        Account account = new Account(ANN, "Ann O'Brien", at(1));

        assertThat(stores().accounts().create(account)).isTrue();

        assertThat(reopen().accounts().find(ANN)).contains(account);
        assertThat(stores().accounts().find(BOB)).isEmpty();
    }

    @Test
    default void leavesAnAccountThatIsThereAsItIs() {
        Account account = new Account(ANN, "Ann", at(1));
        stores().accounts().create(account);

        assertThat(stores().accounts().create(new Account(ANN, "another", at(2))))
                .isFalse();

        assertThat(stores().accounts().find(ANN)).contains(account);
    }

    @Test
    default void ofFiftyCreationsOfOneAccountExactlyOneIsNew() throws Exception {
        List<Boolean> outcomes =
                Race.of(50, caller -> stores().accounts().create(new Account(ANN, "caller " + caller, at(caller))));

        assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(stores().accounts().find(ANN))
                .contains(new Account(ANN, "caller " + outcomes.indexOf(true), at(outcomes.indexOf(true))));
    }

    @Test
    default void renamesAnAccountAndTellsWhetherThereWasOne() {
        stores().accounts().create(new Account(ANN, "Ann", at(1)));

        assertThat(stores().accounts().rename(ANN, "Ann Lee")).isTrue();
        assertThat(stores().accounts().rename(ANN, "Ann Lee")).isTrue();
        assertThat(stores().accounts().rename(BOB, "Bob")).isFalse();

        assertThat(stores().accounts().find(ANN)).contains(new Account(ANN, "Ann Lee", at(1)));
        assertThat(stores().accounts().find(BOB)).isEmpty();
    }

    @Test
    default void aServerWithoutAccountsHasOneEmptyPage() {
        assertThat(stores().accounts().page(null, 100)).isEqualTo(new Page<Account>(List.of(), null));
    }

    @Test
    default void listsAccountsInTheOrderOfTheirIds() {
        List<Account> accounts = IntStream.range(0, 130)
                .mapToObj(number -> new Account(new AccountId("id %03d".formatted(number)), "name", at(-number)))
                .toList();
        accounts.reversed().forEach(each -> stores().accounts().create(each));

        assertThat(Pages.all(cursor -> stores().accounts().page(cursor, 13))).isEqualTo(accounts);
        assertThat(stores().accounts().page(null, 100).items()).isEqualTo(accounts.subList(0, 100));
    }

    @Test
    default void givesNoCursorWhenAPageOfAccountsIsExactlyFull() {
        stores().accounts().create(new Account(ANN, "Ann", at(1)));
        stores().accounts().create(new Account(BOB, "Bob", at(2)));

        Page<Account> first = stores().accounts().page(null, 1);
        assertThat(first.items()).extracting(Account::id).containsExactly(ANN);
        Page<Account> second = stores().accounts().page(first.next(), 1);
        assertThat(second.items()).extracting(Account::id).containsExactly(BOB);
        assertThat(second.next()).isNull();
    }
}
