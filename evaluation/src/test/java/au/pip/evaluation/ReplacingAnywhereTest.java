package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.RunAccepted;
import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.books.Books;
import au.pip.assistant.conversation.ConversationException;
import au.pip.assistant.conversation.ConversationException.NotReplaceable;
import au.pip.assistant.conversation.ConversationException.RunInProgress;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.EntryViews;
import au.pip.assistant.store.Race;
import au.pip.assistant.store.Stores;
import au.pip.evaluation.Databases.Kind;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.server.OpenedDatabase;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several that ask the same question again at once, on each kind of database: one does. */
@Tag("slow")
@Timeout(180)
class ReplacingAnywhereTest {
    private static final AccountId ME = AccountId.LOCAL;
    private static final int CALLERS = 6;
    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    private final Databases databases = new Databases();
    private final PretendBooks pretend = new PretendBooks();

    @AfterEach
    void close() {
        pretend.close();
        databases.close();
    }

    @ParameterizedTest
    @EnumSource
    void takesOneOfMany(Kind kind) throws Exception {
        try (OpenedDatabase database = Databases.open(databases.fresh(kind, folder));
                XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(pretend.server.url())))) {
            Stores stores = database.stores();
            String tenant = pretend.books.organisation().tenantId().toString();
            Books books = new Books(new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant), Clock.systemUTC());
            Conversations conversations =
                    new Conversations(stores, _ -> new PlainModel(), _ -> books, Clock.systemUTC());
            String conversation = conversations.create(ME).id();
            conversations.send(ME, conversation, UUID.randomUUID().toString(), "Version 0");
            rest(conversations);
            for (int round = 1; round <= ROUNDS; round++) {
                String question = question(stores, conversation);
                String text = "Version " + round;
                List<String> taken =
                        Race.of(CALLERS, _ -> replace(conversations, conversation, text, question)).stream()
                                .filter(Objects::nonNull)
                                .toList();
                assertThat(taken).hasSize(1);
                rest(conversations);
                assertThat(question(stores, conversation)).isEqualTo(taken.getFirst());
            }
            List<Entry> entries = stores.entries().latest(ME, conversation, 100);
            assertThat(entries).hasSize(2 * (ROUNDS + 1));
            assertThat(entries.stream().map(EntryViews::entry).filter(entry -> entry.replaces() != null))
                    .hasSize(ROUNDS);
            assertThat(conversations.find(ME, conversation).title()).isEqualTo("Version " + ROUNDS);
        }
    }

    /** The question that took the place; null when it was refused. */
    private static String replace(Conversations conversations, String conversation, String text, String question) {
        try {
            RunAccepted accepted =
                    conversations.replace(ME, conversation, UUID.randomUUID().toString(), text, question);
            return accepted.messageId();
        } catch (ConversationException e) {
            assertThat(e).isInstanceOfAny(RunInProgress.class, NotReplaceable.class);
            return null;
        }
    }

    private static String question(Stores stores, String conversation) {
        return stores.entries().latest(ME, conversation, 2).getFirst().id();
    }

    private static void rest(Conversations conversations) throws InterruptedException {
        assertThat(conversations.drain(Duration.ofSeconds(30))).isTrue();
    }
}
