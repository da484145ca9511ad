package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.BudgetView;
import au.pip.api.RunView;
import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.budget.BudgetRules;
import au.pip.assistant.budget.BudgetRules.Limit;
import au.pip.assistant.budget.Budgets;
import au.pip.assistant.conversation.ModelSource;
import au.pip.assistant.node.Upkeep;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.UsageStore.Line;
import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.Estimate;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ToolChoice;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.provider.StandardProviders;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import au.pip.store.jdbc.JdbcStores;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What budgets allow, what they tell, and what they count. */
@Timeout(60)
class BudgetTest {
    private static final long CENT = 10_000_000;
    private static final Instant NOW = Instant.parse("2026-11-28T01:00:00Z");
    private static final String MONTH = "usd 2026-11";

    @TempDir
    Path folder;

    private Stores stores;

    @BeforeEach
    void open() {
        stores = JdbcStores.openSqlite(folder.resolve("pip.db"));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static BudgetRules account(String dollars) {
        return new BudgetRules(usd(dollars), Limit.NONE, Limit.NONE);
    }

    private static Limit usd(String dollars) {
        return new Limit(new BigDecimal(dollars), null);
    }

    private static PricedModel says(String most, String cost) {
        return new PricedModel(() -> Talk.says("Hello there."), most, cost);
    }

    private RunView ask(ModelSource models, BudgetRules rules) {
        return ask(models, rules, at(NOW));
    }

    private RunView ask(ModelSource models, BudgetRules rules, Clock clock) {
        try (BudgetTalk talk = new BudgetTalk(stores, models, rules, clock)) {
            return talk.ask("hello");
        }
    }

    private Balance balance(AccountId account, String budget) {
        return stores.budgets().balance(account, budget);
    }

    @Test
    void settlesWhatACallCostAndNotWhatItMightHave() {
        RunView run = ask(_ -> says("0.10", "0.03"), account("1"));

        assertThat(run.state()).isEqualTo("completed");
        assertThat(run.budget()).isNull();
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(3 * CENT, 0));
    }

    @Test
    void tellsWhatIsLeftFromFourFifthsOn() {
        BudgetRules rules = account("0.10");
        assertThat(ask(_ -> says("0.10", "0.07"), rules).budget()).isNull();

        RunView run = ask(_ -> says("0.03", "0.01"), rules);

        assertThat(run.budget())
                .isEqualTo(
                        new BudgetView(
                                "account",
                                "usd",
                                "0.10",
                                "0.08",
                                "0.00",
                                "0.02",
                                Instant.parse("2026-11-30T13:00:00Z"),
                                "80% of your budget for November 2026 is used: US$0.02 of US$0.10 is left until 1 December 2026 (Sydney time). When it is used up, Pip tells what it has found until then, and no more before that day, except with a local model."));
    }

    @Test
    void saysWhoseBudgetIsUsedUpAndWhatToDoWithoutSendingAnything() {
        BudgetRules rules = account("0.10");
        ask(_ -> says("0.10", "0.09"), rules);
        PricedModel model = says("0.02", "0.01");

        RunView run = ask(_ -> model, rules);

        assertThat(model.calls).hasValue(0);
        assertThat(run.state()).isEqualTo("limited");
        assertThat(run.error())
                .isEqualTo(
                        "Your budget for November 2026 is used up: US$0.09 of US$0.10 is spent, and the next step of this answer may take up to US$0.02. It starts anew on 1 December 2026 (Sydney time). Whoever runs Pip can raise PIP_BUDGET_USD; a local model, such as one of Ollama's, is free and counts towards no budget.");
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(9 * CENT, 0));
    }

    @Test
    void answersWithWhatItHasWhileThereIsEnoughForOneMoreReply() {
        ScriptedModel plan =
                new ScriptedModel(List.of(looks("receivables"), new Step.Say("So far: little.")), Duration.ZERO);

        RunView run = ask(_ -> new PricedModel(() -> plan, "0.10", "0.10"), account("0.25"));

        assertThat(plan.options())
                .extracting(ChatOptions::toolChoice)
                .containsExactly(ToolChoice.AUTO, ToolChoice.NONE);
        assertThat(run.answer()).contains("So far: little.");
        assertThat(run.state()).isEqualTo("limited");
        assertThat(run.error())
                .startsWith("Your budget for November 2026 is nearly used up: US$0.10 of US$0.25 is spent, too little")
                .doesNotContain("smaller part");
    }

    @Test
    void tellsWhatWasFoundWhenNotEvenTheAnswerFits() {
        ScriptedModel plan = new ScriptedModel(List.of(looks("receivables")), Duration.ZERO);
        try (PretendBooks pretend = new PretendBooks();
                BudgetTalk talk = new BudgetTalk(
                        stores,
                        _ -> new PricedModel(() -> plan, "0.10", "0.10"),
                        account("0.10"),
                        at(NOW),
                        pretend.server.url(),
                        pretend.books.organisation().tenantId().toString())) {
            RunView run = talk.ask("Who owes me money?");

            assertThat(run.state()).isEqualTo("limited");
            assertThat(run.answer()).contains("What was looked up until then:", "owed to you");
            assertThat(run.figures())
                    .isNotEmpty()
                    .allSatisfy(figure -> assertThat(figure.status())
                            .as(figure.text() + " in " + run.answer())
                            .isIn("verified", "derived"));
            assertThat(run.error()).startsWith("Your budget for November 2026 is used up: US$0.10 of US$0.10 is spent");
        }
    }

    private static Step looks(String tool) {
        return new Step.Call(List.of(Map.entry(tool, Map.of())));
    }

    @Test
    void refusesAModelWithoutAPriceUnderABudgetInDollars() {
        PricedModel model = says(null, null);

        RunView run = ask(_ -> model, account("5"));

        assertThat(model.calls).hasValue(0);
        assertThat(run.state()).isEqualTo("failed");
        assertThat(run.error())
                .startsWith("What priced-1 of priced costs is not known")
                .contains("PIP_BUDGET_USD", "LLM_PRICE_FILE", "PIP_BUDGET_TOKENS");
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(0, 0));
    }

    @Test
    void theTighterOfTwoBudgetsHoldsAndTheOtherIsNotCharged() {
        BudgetRules rules = new BudgetRules(usd("1"), Limit.NONE, usd("0.05"));

        RunView refused = ask(_ -> says("0.06", "0.01"), rules);
        assertThat(refused.error())
                .startsWith("The budget of this Pip server for November 2026, US$0.05, is too small for this model: ")
                .contains("PIP_SERVER_BUDGET_USD");
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(0, 0));
        assertThat(balance(AccountId.SERVER, MONTH)).isEqualTo(new Balance(0, 0));

        assertThat(ask(_ -> says("0.05", "0.01"), rules).state()).isEqualTo("completed");
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(CENT, 0));
        assertThat(balance(AccountId.SERVER, MONTH)).isEqualTo(new Balance(CENT, 0));
    }

    @Test
    void anOrganisationHasItsBudgetWhoeverAsks() {
        BudgetRules rules = new BudgetRules(Limit.NONE, usd("0.10"), Limit.NONE);
        ask(_ -> says("0.10", "0.09"), rules);

        try (BudgetTalk talk = new BudgetTalk(stores, _ -> says("0.10", "0.01"), rules, at(NOW))) {
            stores.accounts().create(new Account(new AccountId("ann"), "Ann", NOW));
            assertThat(talk.ask(new AccountId("ann"), "hello").error())
                    .startsWith("The budget for this organisation for November 2026 is used up: US$0.09 of US$0.10");
        }
        try (BudgetTalk other = new BudgetTalk(
                stores,
                _ -> says("0.10", "0.01"),
                rules,
                at(NOW),
                null,
                UUID.randomUUID().toString())) {
            assertThat(other.ask("hello").state()).isEqualTo("completed");
        }
    }

    @Test
    void aLocalModelIsFreeWhateverIsSpent() {
        BudgetRules rules = new BudgetRules(
                new Limit(new BigDecimal("0.10"), 2_000L),
                new Limit(null, 2_000L),
                new Limit(new BigDecimal("0.10"), 2_000L));
        ask(_ -> says("0.10", "0.10"), rules);
        assertThat(ask(_ -> says("0.01", "0.01"), rules).state()).isEqualTo("limited");
        Balance tokens = balance(AccountId.LOCAL, "tokens 2026-11");

        RunView run = ask(_ -> Demo.offline(), rules);

        assertThat(run.state()).isEqualTo("completed");
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(10 * CENT, 0));
        assertThat(balance(AccountId.LOCAL, "tokens 2026-11")).isEqualTo(tokens);
        assertThat(ollama().estimate(List.of(Message.user("hello")), ChatOptions.defaults())
                        .usd())
                .isZero();
    }

    private static LlmProvider ollama() {
        return new LlmProviders(new StandardProviders().entries())
                .create(ProviderConfig.of("ollama", AuthConfig.none()));
    }

    @Test
    void aKeyOfTheAccountsOwnIsStoppedByNoBudgetOfTheServers() {
        PricedModel model = says("0.10", "0.10");
        ModelSource own = new ModelSource() {
            @Override
            public LlmProvider model(AccountId account) {
                return model;
            }

            @Override
            public boolean ownKey(AccountId account) {
                return true;
            }
        };
        BudgetRules rules = new BudgetRules(usd("0.01"), Limit.NONE, usd("0.01"));

        assertThat(ask(own, rules).state()).isEqualTo("completed");
        assertThat(balance(AccountId.SERVER, MONTH)).isEqualTo(new Balance(0, 0));
        assertThat(ask(_ -> model, rules).state()).isEqualTo("limited");
    }

    @Test
    void aRefusedCallCostsNothingAndABrokenOneWhatItHadReserved() {
        LlmException.Origin origin = new LlmException.Origin("priced", 401, null);
        failing(new LlmException.Authentication("The key was refused.", origin));
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(0, 0));

        failing(new LlmException.BrokenStream("It broke off.", origin));
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(4 * CENT, 0));
    }

    private void failing(LlmException cause) {
        ScriptedModel plan = new ScriptedModel(List.of(new Step.Fail(cause)), Duration.ZERO);
        RunView run = ask(_ -> new PricedModel(() -> plan, "0.04", "0.01"), account("1"));
        assertThat(run.error()).isEqualTo(cause.getMessage());
    }

    @Test
    void beginsAnewAtMidnightInSydney() {
        BudgetRules rules = account("0.10");
        ask(_ -> says("0.10", "0.10"), rules, at(Instant.parse("2026-11-30T12:59:59Z")));
        assertThat(ask(_ -> says("0.01", "0.01"), rules, at(Instant.parse("2026-11-30T12:59:59Z")))
                        .state())
                .isEqualTo("limited");

        assertThat(ask(_ -> says("0.10", "0.02"), rules, at(Instant.parse("2026-11-30T13:00:00Z")))
                        .state())
                .isEqualTo("completed");
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(10 * CENT, 0));
        assertThat(balance(AccountId.LOCAL, "usd 2026-12")).isEqualTo(new Balance(2 * CENT, 0));
    }

    @Test
    void whatALostProcessReservedCountsAndIsSettledAsSpentByTheUpkeep() {
        BudgetRules rules = account("0.10");
        new Budgets(stores.budgets(), rules, () -> "lost", at(NOW))
                .forRun(AccountId.LOCAL, BudgetTalk.ORGANISATION, false)
                .reserve(new Estimate("priced", "priced-1", 1_000, 1_000, new BigDecimal("0.08")));

        assertThat(ask(_ -> says("0.03", "0.01"), rules).error())
                .contains(
                        "US$0.00 of US$0.10 is spent and US$0.08 is set aside", "under way may leave some of it over");

        Instant later = NOW.plus(Duration.ofHours(2));
        new Upkeep(stores, at(later)).perform(AccountId.SERVER, new Job("upkeep", Upkeep.KIND, "{}", later, 1));
        assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(8 * CENT, 0));
        assertThat(ask(_ -> says("0.02", "0.01"), rules).state()).isEqualTo("completed");
    }

    @Test
    void booksThePriceThatCounted() {
        try (ByteServer vendor = ByteServer.start()) {
            vendor.on("/v1/messages", claude());
            LlmProvider anthropic = new LlmProviders(new StandardProviders().entries())
                    .create(ProviderConfig.of("anthropic", AuthConfig.apiKey("planted"))
                            .withEndpoint(vendor.address())
                            .withDefaultModel("claude-3-5-haiku-20241022"));

            assertThat(ask(_ -> anthropic, account("1")).state()).isEqualTo("completed");

            Line line = stores.usage()
                    .lines(AccountId.LOCAL, Instant.MIN, Instant.MAX)
                    .getFirst();
            assertThat(line.priceVersion()).endsWith(" anthropic/claude-3-5-haiku-20241022");
            assertThat(line.sum().knownCostUsd()).isEqualByComparingTo("0.0000528");
            assertThat(balance(AccountId.LOCAL, MONTH)).isEqualTo(new Balance(52_800, 0));
        }
    }

    /** 16 tokens in, 10 out. */
    private static Answer claude() {
        return Answer.stream("text/event-stream")
                .write(
                        event(
                                "message_start",
                                ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-3-5-haiku-20241022\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":16,\"output_tokens\":1}}"))
                .write(event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"))
                .write(event(
                        "content_block_delta", ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello.\"}"))
                .write(event("content_block_stop", ",\"index\":0"))
                .write(event(
                        "message_delta", ",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":10}"))
                .write(event("message_stop", ""))
                .end();
    }

    private static String event(String type, String rest) {
        return "event: %s\ndata: {\"type\":\"%s\"%s}\n\n".formatted(type, type, rest);
    }
}
