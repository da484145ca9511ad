package au.pip.evaluation;

import au.pip.agent.AgentLimits;
import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.books.Books;
import au.pip.assistant.budget.BudgetRules;
import au.pip.assistant.conversation.AnswerRules;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.ModelSource;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.drafts.DraftDesk;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.Stores;
import au.pip.llm.contract.ByteServer;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Conversations under budgets, over any store; each question in a conversation of its own. */
final class BudgetTalk implements AutoCloseable {
    static final String ORGANISATION = "1f3a0000-0000-4000-8000-000000000001";

    private final ByteServer silent = ByteServer.start();
    private final XeroHttp http;
    private final Conversations conversations;

    /** Over a Xero that knows nothing. */
    BudgetTalk(Stores stores, ModelSource models, BudgetRules budgets, Clock clock) {
        this(stores, models, budgets, clock, null, ORGANISATION);
    }

    BudgetTalk(Stores stores, ModelSource models, BudgetRules budgets, Clock clock, String xero, String tenant) {
        http = new XeroHttp(XeroSettings.defaults().withBase(xero == null ? silent.address() : URI.create(xero)));
        Books books = new Books(new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant), Clock.systemUTC());
        conversations = new Conversations(
                stores,
                models,
                _ -> books,
                DraftDesk.CLOSED,
                new AnswerRules(AgentLimits.DEFAULTS, false, budgets),
                clock,
                Node.sole(UUID.randomUUID().toString()));
    }

    RunView ask(String question) {
        return ask(AccountId.LOCAL, question);
    }

    RunView ask(AccountId account, String question) {
        String conversation = conversations.create(account).id();
        String run = conversations.send(account, conversation, UUID.randomUUID().toString(), question);
        RunFollower follower = conversations.follow(account, run, 0);
        try {
            while (!follower.ended()) {
                follower.next(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return conversations.view(account, run);
    }

    @Override
    public void close() {
        http.close();
        silent.close();
    }
}
