package au.pip.store.dynamodb;

import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Conversation;
import au.pip.assistant.Lease;
import au.pip.assistant.Run;
import au.pip.assistant.store.Samples;
import au.pip.assistant.store.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DynamoDB refuses an empty text in a key. */
class EmptyIdTest {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    @Test
    void keepsWhatHasAnEmptyId() {
        AccountId nobody = new AccountId("");
        Account account = new Account(nobody, "", at(1));
        Approval approval = new Approval("", "", "", "", "", Approval.State.WAITING, at(1), at(60));
        try (Stores stores = DynamoStores.open(table.settings())) {
            assertThat(stores.accounts().create(account)).isTrue();
            assertThat(stores.accounts().page(null, 10).items()).containsExactly(account);

            Conversation conversation = new Conversation("", "", at(1), at(1));
            stores.conversations().create(nobody, conversation);
            Run run = Run.begin("", "", at(1), "");
            stores.runs().begin(nobody, run, Samples.question(run, ""));
            assertThat(Samples.entries(stores, nobody, "")).hasSize(1);
            assertThat(stores.runs().unfinished()).hasSize(1);

            stores.approvals().ask(nobody, approval);
            assertThat(stores.approvals().waiting(nobody, null, 10).items()).containsExactly(approval);
            assertThat(stores.secrets().put(nobody, "", "", 0, "")).isTrue();
            assertThat(stores.secrets().page(null, 10).items()).hasSize(1);
        }
    }

    /** A holder's name may be as long as it likes. */
    @Test
    void aLeaseOfALongNamesHolderIsProlongedAndGivenBack() {
        String holder = new java.util.Random(7)
                .ints(5_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        AccountId account = new AccountId("ann");
        try (Stores stores = DynamoStores.open(table.settings())) {
            stores.leases().take(account, "name", holder, at(0), at(30));

            assertThat(stores.leases().take(account, "name", holder, at(10), at(40)))
                    .contains(new Lease("name", holder, 1, at(40)));
            assertThat(stores.leases().release(account, "name", holder)).isTrue();
        }
    }
}
