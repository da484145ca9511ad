package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.books.Books;
import au.pip.assistant.care.Move;
import au.pip.assistant.care.Progress;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.store.InvalidPage;
import au.pip.assistant.store.Stores;
import au.pip.evaluation.Databases.Kind;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.server.OpenedDatabase;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long conversation goes on in another kind of database as if nothing had happened. */
@Tag("slow")
class MovedTalkTest {
    /** So many that some have left the window for the recap, which keeps a cursor of its database. */
    private static final int TURNS = 14;

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
    @CsvSource({
        "DYNAMODB, SQLITE",
        "SQLITE, DYNAMODB",
        "POSTGRESQL, DYNAMODB",
        "SQLITE, POSTGRESQL",
        "DYNAMODB, POSTGRESQL"
    })
    void goesOnAfterAMove(Kind from, Kind to) throws Exception {
        String here = databases.fresh(from, folder);
        String there = databases.fresh(to, folder);
        String conversation;
        String cursor;
        try (OpenedDatabase source = Databases.open(here);
                OpenedDatabase target = Databases.open(there)) {
            conversation = say(source.stores(), null, TURNS);
            assertThat(source.stores().conversations().summary(AccountId.LOCAL, conversation))
                    .isPresent();
            cursor = source.stores()
                    .entries()
                    .page(AccountId.LOCAL, conversation, null, 5)
                    .next();
            assertThat(Move.between(source.place(), target.place(), Progress.NONE)
                            .isEqual())
                    .isTrue();
        }
        try (OpenedDatabase target = Databases.open(there)) {
            say(target.stores(), conversation, 2);
            assertThat(target.stores()
                            .entries()
                            .page(AccountId.LOCAL, conversation, null, 100)
                            .items())
                    .hasSize(2 * (TURNS + 2));
            if (from == Kind.DYNAMODB || to == Kind.DYNAMODB) {
                assertThatExceptionOfType(InvalidPage.class)
                        .isThrownBy(() -> target.stores().entries().page(AccountId.LOCAL, conversation, cursor, 5));
            }
        }
    }

    /** @param before null for a new conversation */
    private String say(Stores stores, String before, int turns) throws InterruptedException {
        List<Step> plan = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            plan.add(new Step.Say("That is how it is, for the time being."));
        }
        ScriptedModel model = new ScriptedModel(plan, Duration.ZERO);
        try (XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(pretend.server.url())))) {
            Books books = new Books(
                    new XeroApi(
                            http,
                            () -> SandboxOptions.DEFAULT_TOKEN,
                            pretend.books.organisation().tenantId().toString()),
                    Clock.systemUTC());
            Conversations conversations = new Conversations(stores, _ -> model, _ -> books, Clock.systemUTC());
            String conversation =
                    before == null ? conversations.create(AccountId.LOCAL).id() : before;
            for (int turn = 0; turn < turns; turn++) {
                String run = conversations.send(
                        AccountId.LOCAL, conversation, UUID.randomUUID().toString(), "Question " + turn);
                RunFollower follower = conversations.follow(AccountId.LOCAL, run, 0);
                while (!follower.ended()) {
                    follower.next(Duration.ofSeconds(1));
                }
                conversations.drain(Duration.ofSeconds(10));
                RunView ended = conversations.view(AccountId.LOCAL, run);
                assertThat(ended.state()).as(String.valueOf(ended.error())).isEqualTo("completed");
            }
            return conversation;
        }
    }
}
