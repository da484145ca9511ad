package au.pip.assistant.xero;

import static au.pip.assistant.xero.PretendIdentity.BAKERY;
import static au.pip.assistant.xero.PretendIdentity.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.Stores;
import au.pip.xero.Answer;
import au.pip.xero.XeroException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Xero's replies as they are kept in a real store: for whom, and for how long at most. */
public abstract class StoredRepliesContract {
    private static final AccountId ANN = new AccountId("ann");
    private static final AccountId BOB = new AccountId("bob");
    private static final Instant NOON = Instant.parse("2026-11-23T01:00:00Z");

    private Stores stores;

    /** Opens this test's own stores, empty. */
    protected abstract Stores open();

    @BeforeEach
    void openStores() {
        stores = open();
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void givesTheBytesBackAsXeroSentThem() {
        StoredReplies replies = of(ANN, connection("one", "sign-in", "a"));

        assertThat(replies.keep("Accounts", new Answer("{\"Accounts\":[] }\n".getBytes(StandardCharsets.UTF_8), NOON)))
                .isTrue();

        Answer kept =
                of(ANN, connection("one", "sign-in", "a")).find("Accounts").orElseThrow();
        assertThat(new String(kept.body(), StandardCharsets.UTF_8)).isEqualTo("{\"Accounts\":[] }\n");
        assertThat(kept.at()).isEqualTo(NOON);
    }

    @Test
    void nobodyElseFindsThem() {
        of(ANN, connection("one", "sign-in", "a", "b")).keep("Accounts", answer(1, 10));

        assertThat(of(ANN, connection("one", "sign-in", "b", "a")).find("Accounts"))
                .isPresent();
        assertThat(of(BOB, connection("one", "sign-in", "a", "b")).find("Accounts"))
                .as("another account")
                .isEmpty();
        assertThat(of(ANN, connection("two", "sign-in", "a", "b")).find("Accounts"))
                .as("another connection")
                .isEmpty();
        assertThat(of(ANN, connection("one", "sign-in", "a")).find("Accounts"))
                .as("a scope less")
                .isEmpty();
        assertThat(of(ANN, connection("one", "another", "a", "b")).find("Accounts"))
                .as("another sign-in")
                .isEmpty();
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        StoredReplies replies = of(ANN, connection("one", "sign-in", "a"));

        assertThat(replies.keep("large", answer(1, ReplyStore.MOST_BYTES + 100_000)))
                .isFalse();
        assertThat(replies.find("large")).isEmpty();
    }

    @Test
    void aConnectionsRepliesAreBounded() {
        StoredReplies replies = of(ANN, connection("one", "sign-in", "a"));
        int size = 370_000;
        for (int number = 0; number < StoredReplies.MOST_BYTES / size + 5; number++) {
            replies.keep("reply " + number, answer(number, size));
        }

        assertThat(stores.replies().bytes(ANN, "one"))
                .isLessThan(StoredReplies.MOST_BYTES)
                .isPositive();
        assertThat(replies.find("reply 0")).isEmpty();
        assertThat(replies.find("reply " + (StoredReplies.MOST_BYTES / size + 4)))
                .isPresent();
    }

    @Test
    void disconnectingForgetsThatConnectionsReplies() {
        try (SignInWorld world = new SignInWorld(stores)) {
            Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
            Connection bakery = world.browser().connect(ANN, BAKERY).getFirst();
            of(ANN, studio).keep("Accounts", answer(1, 10));
            of(ANN, bakery).keep("Accounts", answer(2, 10));

            world.organisations.disconnect(ANN, studio.id());

            assertThat(of(ANN, studio).find("Accounts")).isEmpty();
            assertThat(of(ANN, bakery).find("Accounts")).isPresent();
        }
    }

    @Test
    void aPersonCanHaveThemForgotten() {
        try (SignInWorld world = new SignInWorld(stores)) {
            Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
            of(ANN, studio).keep("Accounts", answer(1, 10));

            assertThat(world.organisations.refresh(BOB, studio.id())).isEmpty();
            assertThat(of(ANN, studio).find("Accounts")).isPresent();

            world.identity.down = true;
            assertThatThrownBy(() -> world.organisations.refresh(ANN, studio.id()))
                    .isInstanceOf(XeroException.class);
            assertThat(of(ANN, studio).find("Accounts")).isPresent();

            world.identity.down = false;
            assertThat(world.organisations.refresh(ANN, studio.id())).contains(studio);

            assertThat(of(ANN, studio).find("Accounts")).isEmpty();
        }
    }

    @Test
    void connectingAnewForgetsThemToo() {
        try (SignInWorld world = new SignInWorld(stores)) {
            Connection before = world.browser().connect(ANN, STUDIO).getFirst();
            of(ANN, before).keep("Accounts", answer(1, 10));

            Connection after = world.browser().connect(ANN, STUDIO).getFirst();

            assertThat(after.id()).isEqualTo(before.id());
            assertThat(of(ANN, before).find("Accounts")).isEmpty();
        }
    }

    private StoredReplies of(AccountId account, Connection connection) {
        return new StoredReplies(stores.replies(), account, connection, connection.scopes());
    }

    private static Connection connection(String id, String signIn, String... scopes) {
        return new Connection(
                id, STUDIO, "Studio", Connection.State.CONNECTED, Set.of(scopes), signIn, null, null, NOON, NOON);
    }

    private static Answer answer(long seed, int size) {
        byte[] body = new byte[size];
        new Random(seed).nextBytes(body);
        return new Answer(body, NOON);
    }
}
