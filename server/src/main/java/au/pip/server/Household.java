package au.pip.server;

import au.pip.agent.AgentLimits;
import au.pip.assistant.budget.Budgets;
import au.pip.assistant.conversation.AnswerRules;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.conversation.RunWatch;
import au.pip.assistant.drafts.DraftDesk;
import au.pip.assistant.node.Jobs;
import au.pip.assistant.node.Node;
import au.pip.assistant.node.Upkeep;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.IdleSignIns;
import au.pip.assistant.xero.SharedCalls;
import au.pip.llm.settings.Settings;
import au.pip.server.secrets.ServerSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything behind HTTP, opened in order and closed in the opposite one. */
final class Household implements AutoCloseable {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final OpenedDatabase database;
    private final ServerSecrets secrets;
    private final XeroFromSettings xero;
    private final ModelFromSettings models;
    private final Node node;
    private final Budgets budgets;
    private final Conversations conversations;
    private final Jobs jobs;
    private @Nullable RunWatch watch;
    private @Nullable DraftWatch draftWatch;

    private Household(
            OpenedDatabase database,
            Node node,
            ServerSecrets secrets,
            XeroFromSettings xero,
            ModelFromSettings models,
            AnswerRules rules) {
        Stores stores = database.stores();
        this.database = database;
        this.node = node;
        this.secrets = secrets;
        this.xero = xero;
        this.models = models;
        Clock clock = Clock.systemUTC();
        this.budgets = new Budgets(stores.budgets(), rules.budgets(), new Ids(clock)::next, clock);
        this.conversations = new Conversations(
                stores,
                models,
                xero,
                xero.drafts().map(DraftDesk.class::cast).orElse(DraftDesk.CLOSED),
                rules,
                Clock.systemUTC(),
                node);
        this.jobs = new Jobs(
                node,
                stores.jobs(),
                Map.of(Upkeep.KIND, new Upkeep(stores, Clock.systemUTC()), IdleSignIns.KIND, xero.keepsSignIns(stores)),
                Clock.systemUTC());
    }

    static Household open(Settings settings, ServerSettings checked) {
        ModelFromSettings models = new ModelFromSettings(settings, checked.demo());
        models.check();
        OpenedDatabase database = OpenedDatabase.serving(checked.database(), checked.dataDirectory());
        try {
            Stores stores = database.stores();
            Node node = node(database);
            ServerSecrets secrets = ServerSecrets.open(settings, checked.dataDirectory(), stores.secrets());
            SharedCalls calls = XeroFromSettings.calls(stores, node.id(), checked.xeroDailyCalls());
            XeroFromSettings xero = XeroFromSettings.open(
                    checked.xero(),
                    calls,
                    stores,
                    secrets.secrets(),
                    node.id(),
                    checked.writesPerHour(),
                    clock(checked.today()));
            AnswerRules rules = new AnswerRules(
                    AgentLimits.DEFAULTS.withMoney(checked.answerDollars()), checked.strict(), checked.budgets());
            Household household = new Household(database, node, secrets, xero, models, rules);
            household.begin();
            return household;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A SQLite file is this process's alone, by its lock; the others are shared. */
    private static Node node(OpenedDatabase database) {
        String id = new Ids(Clock.systemUTC()).next();
        return switch (database.settings()) {
            case DatabaseSettings.Sqlite _ -> Node.sole(id);
            case DatabaseSettings.Postgresql _, DatabaseSettings.Dynamodb _ ->
                Node.sharing(id, database.stores().leases(), Clock.systemUTC());
        };
    }

    private void begin() {
        int interrupted = conversations.recover();
        if (interrupted > 0) {
            System.getLogger(Household.class.getName())
                    .log(System.Logger.Level.INFO, "answers interrupted when Pip last ended: " + interrupted);
        }
        if (node.shares()) {
            watch = conversations.watch();
        }
        jobs.start();
        draftWatch = xero.drafts()
                .map(drafts -> DraftWatch.start(new Decisions(drafts, conversations), node))
                .orElse(null);
    }

    Conversations conversations() {
        return conversations;
    }

    Budgets budgets() {
        return budgets;
    }

    Stores stores() {
        return database.stores();
    }

    Secrets secrets() {
        return secrets.secrets();
    }

    /** What a person should know of the master key; empty when there is nothing. */
    Optional<String> masterKeyNotice() {
        return secrets.notice();
    }

    XeroFromSettings xero() {
        return xero;
    }

    ModelFromSettings models() {
        return models;
    }

    @Override
    public void close() {
        jobs.close();
        DraftWatch drafts = draftWatch;
        if (drafts != null) {
            drafts.close();
        }
        try {
            conversations.drain(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        RunWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
        node.close();
        xero.close();
        secrets.close();
        database.close();
    }

    /** The time of day goes on; the day in Sydney starts as the given one. */
    private static Clock clock(@Nullable LocalDate today) {
        if (today == null) {
            return Clock.systemUTC();
        }
        ZonedDateTime now = ZonedDateTime.now(SYDNEY);
        return Clock.offset(Clock.systemUTC(), Duration.between(now, now.with(today)));
    }
}
