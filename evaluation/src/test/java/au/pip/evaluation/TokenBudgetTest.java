package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.RunView;
import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.budget.BudgetRules;
import au.pip.assistant.budget.BudgetRules.Limit;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.Stores;
import au.pip.store.jdbc.JdbcStores;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Budgets in tokens, which hold a model whose price is not known. */
@Timeout(60)
class TokenBudgetTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T01:00:00Z"), ZoneOffset.UTC);

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

    /** Each call of it may use 2,000 tokens, and uses 1,000. */
    private static PricedModel model() {
        return new PricedModel(() -> Talk.says("Hello there."), null, null);
    }

    private RunView ask(BudgetRules rules) {
        try (BudgetTalk talk = new BudgetTalk(stores, _ -> model(), rules, CLOCK)) {
            return talk.ask("hello");
        }
    }

    @Test
    void countsTokensOfAModelWithoutAPrice() {
        BudgetRules rules = new BudgetRules(new Limit(null, 3_000L), Limit.NONE, Limit.NONE);

        assertThat(ask(rules).state()).isEqualTo("completed");
        assertThat(stores.budgets().balance(AccountId.LOCAL, "tokens 2026-11")).isEqualTo(new Balance(1_000, 0));
        assertThat(ask(rules).state()).isEqualTo("completed");
        assertThat(ask(rules).error())
                .startsWith("Your budget for November 2026 is used up: 2,000 tokens of 3,000 tokens is spent")
                .contains("up to 2,000 tokens", "PIP_BUDGET_TOKENS");
    }

    @Test
    void anOrganisationAndTheServerHaveBudgetsInTokensToo() {
        BudgetRules organisation = new BudgetRules(Limit.NONE, new Limit(null, 2_500L), Limit.NONE);
        assertThat(ask(organisation).state()).isEqualTo("completed");
        assertThat(ask(organisation).error())
                .startsWith(
                        "The budget for this organisation for November 2026 is used up: 1,000 tokens of 2,500 tokens")
                .contains("PIP_ORGANISATION_BUDGET_TOKENS");

        BudgetRules server = new BudgetRules(Limit.NONE, Limit.NONE, new Limit(null, 2_500L));
        assertThat(ask(server).state()).isEqualTo("completed");
        try (BudgetTalk talk = new BudgetTalk(stores, _ -> model(), server, CLOCK)) {
            stores.accounts().create(new Account(new AccountId("ann"), "Ann", CLOCK.instant()));
            assertThat(talk.ask(new AccountId("ann"), "hello").error())
                    .startsWith("The budget of this Pip server for November 2026 is used up: 1,000 tokens of 2,500")
                    .contains("PIP_SERVER_BUDGET_TOKENS");
        }
    }

    @Test
    void namesTheBudgetInTokensOfTheSameHolderForAModelWithoutAPrice() {
        BudgetRules server = new BudgetRules(Limit.NONE, Limit.NONE, new Limit(new BigDecimal("5"), null));

        assertThat(ask(server).error()).contains("(PIP_SERVER_BUDGET_USD)", "(PIP_SERVER_BUDGET_TOKENS)");
    }
}
