package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.store.ReplyStore.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

interface ReplyContract extends OpenedStores {
    @Test
    default void givesAReplysBytesBackAndSinceWhen() {
        byte[] body = bytes(1, 1_000);
        stores().replies().put(ANN, "one", "Accounts", new Reply(at(5), body));

        Reply kept = reopen().replies().find(ANN, "one", "Accounts").orElseThrow();

        assertThat(kept.body()).isEqualTo(body);
        assertThat(kept.at()).isEqualTo(at(5));
        assertThat(stores().replies().find(ANN, "one", "accounts")).isEmpty();
        assertThat(stores().replies().find(ANN, "two", "Accounts")).isEmpty();
        assertThat(stores().replies().find(BOB, "one", "Accounts")).isEmpty();
    }

    @Test
    default void aLaterReplyTakesThePlaceOfTheOneBefore() {
        stores().replies().put(ANN, "one", "Accounts", new Reply(at(5), bytes(1, 100)));
        stores().replies().put(ANN, "one", "Accounts", new Reply(at(9), bytes(2, 50)));

        Reply kept = stores().replies().find(ANN, "one", "Accounts").orElseThrow();

        assertThat(kept.body()).isEqualTo(bytes(2, 50));
        assertThat(kept.at()).isEqualTo(at(9));
        assertThat(stores().replies().forget(ANN, "one")).isEqualTo(1);
    }

    @Test
    default void keepsTheLongestAndRefusesALongerOne() {
        byte[] longest = bytes(3, ReplyStore.MOST_BYTES);
        stores().replies().put(ANN, "one", "x".repeat(64), new Reply(at(1), longest));

        assertThat(reopen().replies()
                        .find(ANN, "one", "x".repeat(64))
                        .orElseThrow()
                        .body())
                .isEqualTo(longest);
        Reply longer = new Reply(at(1), bytes(3, ReplyStore.MOST_BYTES + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> stores().replies().put(ANN, "one", "y", longer));
        assertThat(stores().replies().find(ANN, "one", "y")).isEmpty();
    }

    @Test
    default void tellsHowManyBytesAConnectionHasOrMore() {
        assertThat(stores().replies().bytes(ANN, "one")).isZero();
        stores().replies().put(ANN, "one", "a", new Reply(at(1), bytes(1, 100)));
        stores().replies().put(ANN, "one", "b", new Reply(at(1), bytes(2, 30)));
        stores().replies().put(ANN, "two", "a", new Reply(at(1), bytes(3, 1_000)));
        stores().replies().put(BOB, "one", "a", new Reply(at(1), bytes(4, 1_000)));

        assertThat(stores().replies().bytes(ANN, "one")).isEqualTo(130);
        stores().replies().put(ANN, "one", "a", new Reply(at(2), bytes(5, 10)));
        assertThat(stores().replies().bytes(ANN, "one")).isBetween(40L, 140L);
    }

    @Test
    default void forgetsAConnectionsRepliesAndNobodyElses() {
        for (int number = 0; number < 60; number++) {
            stores().replies().put(ANN, "one", "reply " + number, new Reply(at(1), bytes(number, 10)));
        }
        stores().replies().put(ANN, "two", "reply 1", new Reply(at(1), bytes(1, 10)));
        stores().replies().put(BOB, "one", "reply 1", new Reply(at(1), bytes(1, 10)));

        assertThat(stores().replies().forget(ANN, "one")).isEqualTo(60);
        assertThat(stores().replies().forget(ANN, "one")).isZero();

        reopen();
        assertThat(stores().replies().bytes(ANN, "one")).isZero();
        assertThat(stores().replies().find(ANN, "one", "reply 1")).isEmpty();
        assertThat(stores().replies().find(ANN, "two", "reply 1")).isPresent();
        assertThat(stores().replies().find(BOB, "one", "reply 1")).isPresent();
    }

    @Test
    default void forgetsWhatIsOldWhoeversItIs() {
        stores().replies().put(ANN, "one", "old", new Reply(at(10), bytes(1, 10)));
        stores().replies().put(BOB, "one", "old", new Reply(at(29), bytes(2, 10)));
        stores().replies().put(ANN, "one", "just then", new Reply(at(30), bytes(3, 10)));
        stores().replies().put(ANN, "one", "later", new Reply(at(31), bytes(4, 10)));
        stores().replies().put(ANN, "one", "renewed", new Reply(at(10), bytes(5, 10)));
        stores().replies().put(ANN, "one", "renewed", new Reply(at(40), bytes(5, 10)));

        assertThat(stores().replies().forget(at(30))).isEqualTo(2);
        assertThat(stores().replies().forget(at(30))).isZero();

        reopen();
        assertThat(stores().replies().find(ANN, "one", "old")).isEmpty();
        assertThat(stores().replies().find(ANN, "one", "just then")).isPresent();
        assertThat(stores().replies().find(ANN, "one", "later")).isPresent();
        assertThat(stores().replies().find(ANN, "one", "renewed")).isPresent();
    }

    @Test
    default void repliesAreNoRowsThatABackupCarries() {
        stores().replies().put(ANN, "one", "Accounts", new Reply(at(5), bytes(1, 10)));

        List<Row> rows = new ArrayList<>();
        stores().rows().read(rows::add);
        assertThat(rows).isEmpty();
        assertThat(stores().rows().isEmpty()).isTrue();
    }

    private static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
