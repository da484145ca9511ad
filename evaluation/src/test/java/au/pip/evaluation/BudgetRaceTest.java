package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.RunView;
import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.budget.BudgetRules;
import au.pip.assistant.budget.BudgetRules.Limit;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.Stores;
import au.pip.evaluation.Databases.Kind;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.server.OpenedDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fifty answers at once on one budget, over every database; each call costs a cent and may cost no more. */
@Tag("slow")
@Timeout(300)
class BudgetRaceTest {
    private static final int AT_ONCE = 50;
    private static final long CENT = 10_000_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T01:00:00Z"), ZoneOffset.UTC);
    private static final String MONTH = "usd 2026-11";

    private static Databases databases;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void end() {
        databases.close();
    }

    @ParameterizedTest
    @EnumSource
    void spendNoMoreThanTheBudgetTogether(Kind kind) throws Exception {
        PricedModel model = new PricedModel(BudgetRaceTest::slow, "0.01", "0.01");
        BudgetRules tenCents = new BudgetRules(new Limit(new BigDecimal("0.10"), null), Limit.NONE, Limit.NONE);
        try (OpenedDatabase database = Databases.open(databases.fresh(kind, folder));
                BudgetTalk talk = new BudgetTalk(database.stores(), _ -> model, tenCents, CLOCK)) {
            List<RunView> runs = together(() -> talk.ask("hello"));

            assertThat(runs).filteredOn(run -> run.state().equals("completed")).hasSize(10);
            assertThat(runs)
                    .filteredOn(run -> !run.state().equals("completed"))
                    .hasSize(AT_ONCE - 10)
                    .allSatisfy(run -> {
                        assertThat(run.state()).isEqualTo("limited");
                        assertThat(run.error())
                                .startsWith("Your budget for November 2026 is ")
                                .containsAnyOf("is used up", "is set aside for other answers");
                    });
            assertThat(model.calls).hasValue(10);
            assertThat(database.stores().budgets().balance(AccountId.LOCAL, MONTH))
                    .isEqualTo(new Balance(10 * CENT, 0));
            assertThat(booked(database.stores())).isEqualByComparingTo("0.10");
        }
    }

    /** Each of fifty accounts could pay; all of them together may not. */
    @ParameterizedTest
    @EnumSource
    void ofSeveralAccountsSpendNoMoreThanTheServersBudget(Kind kind) throws Exception {
        PricedModel model = new PricedModel(BudgetRaceTest::slow, "0.01", "0.01");
        BudgetRules rules = new BudgetRules(
                new Limit(new BigDecimal("1"), null), Limit.NONE, new Limit(new BigDecimal("0.07"), null));
        List<AccountId> accounts = IntStream.range(0, 5)
                .mapToObj(each -> new AccountId("account-" + each))
                .toList();
        try (OpenedDatabase database = Databases.open(databases.fresh(kind, folder));
                BudgetTalk talk = new BudgetTalk(database.stores(), _ -> model, rules, CLOCK)) {
            accounts.forEach(
                    each -> database.stores().accounts().create(new Account(each, each.value(), CLOCK.instant())));
            List<Future<RunView>> asked = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int each = 0; each < AT_ONCE; each++) {
                    AccountId account = accounts.get(each % accounts.size());
                    asked.add(threads.submit(() -> talk.ask(account, "hello")));
                }
            }

            long own = accounts.stream()
                    .mapToLong(each ->
                            database.stores().budgets().balance(each, MONTH).spent())
                    .sum();
            assertThat(model.calls).hasValue(7);
            assertThat(own).isEqualTo(7 * CENT);
            assertThat(database.stores().budgets().balance(AccountId.SERVER, MONTH))
                    .isEqualTo(new Balance(7 * CENT, 0));
            assertThat(asked)
                    .extracting(Future::resultNow)
                    .filteredOn(run -> !run.state().equals("completed"))
                    .hasSize(AT_ONCE - 7)
                    .allSatisfy(run -> assertThat(run.error()).startsWith("The budget of this Pip server"));
        }
    }

    private static ScriptedModel slow() {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Talk.says("Hello there.");
    }

    private static List<RunView> together(Callable<RunView> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RunView>> asked = IntStream.range(0, AT_ONCE)
                    .mapToObj(_ -> threads.submit(work))
                    .toList();
            threads.close();
            return asked.stream().map(Future::resultNow).toList();
        }
    }

    private static BigDecimal booked(Stores stores) {
        return stores.usage().between(AccountId.LOCAL, Instant.MIN, Instant.MAX).stream()
                .map(sum -> sum.knownCostUsd())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
