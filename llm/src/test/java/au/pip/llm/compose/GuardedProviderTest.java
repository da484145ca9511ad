package au.pip.llm.compose;

import static au.pip.llm.compose.Replies.CLAUDE;
import static au.pip.llm.compose.Replies.HELLO;
import static au.pip.llm.compose.Replies.LLAMA;
import static au.pip.llm.compose.Replies.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.Estimate;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedProviderTest {
    private final ByteServer server = ByteServer.start();
    private final Purse purse = new Purse(new BigDecimal("1"));
    private final LlmProvider claude = new GuardedProvider(Replies.claude(server), purse);

    @AfterEach
    void stop() {
        server.close();
    }

    /** A budget in dollars: what has no known price is refused, what is not known exactly afterwards stays reserved. */
    private static final class Purse implements SpendGuard {
        final List<Estimate> estimates = new CopyOnWriteArrayList<>();
        final List<Usage> settled = new CopyOnWriteArrayList<>();
        final List<String> costs = new CopyOnWriteArrayList<>();
        private BigDecimal left;

        Purse(BigDecimal left) {
            this.left = left;
        }

        synchronized BigDecimal left() {
            return left;
        }

        @Override
        public synchronized Reservation reserve(Estimate estimate) {
            estimates.add(estimate);
            BigDecimal most = estimate.usd();
            if (most == null || most.compareTo(left) > 0) {
                throw new LlmException.BudgetExhausted("The budget is used up.", estimate.provider());
            }
            left = left.subtract(most);
            return (usage, cost) -> settle(most, usage, cost);
        }

        private synchronized void settle(BigDecimal reserved, Usage usage, @Nullable Cost cost) {
            settled.add(usage);
            costs.add(cost == null ? "unknown" : cost.display());
            left = left.add(cost == null || cost.atLeast() ? BigDecimal.ZERO : reserved.subtract(cost.usd()));
        }
    }

    @Test
    void reservesTheMostAndSettlesWhatItCost() {
        server.on(CLAUDE, Replies.claudeAnswers());

        claude.chat(HELLO, OPTIONS);

        assertThat(purse.estimates).singleElement().satisfies(estimate -> {
            assertThat(estimate.inputTokens()).isGreaterThanOrEqualTo(16);
            assertThat(estimate.outputTokens()).isEqualTo(100);
            assertThat(estimate.usd()).isGreaterThan(new BigDecimal("0.0000528"));
        });
        assertThat(purse.settled).containsExactly(Usage.of(16, 10));
        assertThat(purse.costs).containsExactly("$0.000053");
        assertThat(purse.left()).isEqualByComparingTo(BigDecimal.ONE.subtract(new BigDecimal("0.0000528")));
    }

    @Test
    void sendsNothingOnceTheBudgetIsUsedUp() {
        LlmProvider poor = new GuardedProvider(Replies.claude(server), new Purse(new BigDecimal("0.0001")));

        assertThatThrownBy(() -> poor.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.BudgetExhausted.class);
        assertThat(server.requests(CLAUDE)).isEmpty();
    }

    @Test
    void givesAllBackWhenTheRequestIsRefused() {
        server.on(CLAUDE, Answer.json(401, "{}"));

        assertThatThrownBy(() -> claude.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.Authentication.class);

        assertThat(purse.settled).containsExactly(Usage.NONE);
        assertThat(purse.costs).containsExactly("$0");
        assertThat(purse.left()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void keepsWhatARequestMayHaveCostThatWasNeverAnswered() {
        server.on(CLAUDE, new Answer(List.of(new Answer.Step.Hold())));
        LlmProvider hasty = new GuardedProvider(Replies.hastyClaude(server), purse);

        assertThatThrownBy(() -> hasty.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.TimedOut.class);

        assertThat(purse.costs).containsExactly("unknown");
        assertThat(purse.left()).isLessThan(BigDecimal.ONE);
    }

    @Test
    void givesAllBackWhenEachTryIsRefused() {
        server.on(CLAUDE, Answer.json(529, Replies.OVERLOADED, "retry-after: 0"));
        LlmProvider patient = new GuardedProvider(Replies.patientClaude(server), purse);

        assertThatThrownBy(() -> patient.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.Overloaded.class);

        assertThat(server.requests(CLAUDE)).hasSize(3);
        assertThat(purse.costs).containsExactly("$0");
        assertThat(purse.left()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void keepsWhatTheFirstMayHaveCostThoughTheNextWasRefused() {
        server.on(CLAUDE, new Answer(List.of(new Answer.Step.Hold()))).on(LLAMA, Answer.json(401, "{}"));
        LlmProvider both =
                new GuardedProvider(FallbackProvider.of(Replies.hastyClaude(server), Replies.llama(server)), purse);

        assertThatThrownBy(() -> both.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.Authentication.class);

        assertThat(purse.costs).containsExactly("unknown");
        assertThat(purse.left()).isLessThan(BigDecimal.ONE);
    }

    @Test
    void keepsWhatAGatewayGaveUpWaitingFor() {
        server.on(CLAUDE, Answer.of(504, "text/html", "<html>Time-out</html>"));

        assertThatThrownBy(() -> claude.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.ServerError.class);

        assertThat(purse.costs).containsExactly("unknown");
    }

    @Test
    void settlesWhatACutReplyHasUsed() {
        server.on(CLAUDE, Replies.claudeBegins().end());

        assertThatThrownBy(() -> claude.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.BrokenStream.class);

        assertThat(purse.settled).containsExactly(Usage.of(16, 2));
        assertThat(purse.costs).containsExactly("at least $0.000021");
        assertThat(purse.left()).isLessThan(BigDecimal.ONE.subtract(new BigDecimal("0.0000208")));
    }

    @Test
    void settlesOnceWhatACancelledReplyHasUsed() {
        server.on(CLAUDE, Replies.claudeBegins().hold());

        ChatStream stream = claude.streamChat(HELLO, OPTIONS);
        while (!(stream.next() instanceof ChatEvent.TextDelta)) {}
        stream.close();
        stream.close();
        assertThat(stream.hasNext()).isFalse();

        assertThat(purse.settled).containsExactly(Usage.of(16, 2));
    }

    /** BerriAI/litellm#10973. */
    @Test
    void neverBlocksAFreeModel() {
        LlmProvider free = new GuardedProvider(Replies.llama(server), new Purse(BigDecimal.ZERO));
        server.on(LLAMA, Replies.llamaAnswers());

        assertThat(free.chat(HELLO, OPTIONS).text()).isEqualTo("G'day");
    }

    /** BerriAI/litellm#26672: what is settled only afterwards is overspent by parallel calls. */
    @Test
    void isNotOverspentByManyAtOnce() throws Exception {
        server.on(CLAUDE, Replies.claudeAnswers());
        BigDecimal most = Replies.claude(server).estimate(HELLO, OPTIONS).usd();
        assertThat(most).isNotNull();
        Purse small = new Purse(most.multiply(new BigDecimal("5.5")));
        LlmProvider provider = new GuardedProvider(Replies.claude(server), small);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> calls = IntStream.range(0, 50)
                    .mapToObj(call -> threads.submit(() -> {
                        try {
                            provider.chat(HELLO, OPTIONS);
                            return true;
                        } catch (LlmException.BudgetExhausted none) {
                            return false;
                        }
                    }))
                    .toList();
            int answered = 0;
            for (Future<Boolean> call : calls) {
                answered += call.get() ? 1 : 0;
            }
            assertThat(answered).isGreaterThanOrEqualTo(5).isEqualTo(small.settled.size());
        }
        assertThat(small.left()).isNotNegative();
    }

    @Test
    void estimatesTheOutputThatARequestWithoutALimitAsksFor() {
        Estimate estimate = claude.estimate(HELLO, ChatOptions.defaults().withModel("claude-opus-5-5"));

        assertThat(estimate.outputTokens()).isEqualTo(32_000);
    }

    @Test
    void knowsNoPriceOfARequestWhoseLimitItCannotSee() {
        for (String extra : List.of("{\"max_tokens\": 64000}", "{\"service_tier\": \"priority\"}")) {
            Estimate estimate = claude.estimate(HELLO, OPTIONS.withExtra(Json.parseObject(extra)));

            assertThat(estimate.usd()).as(extra).isNull();
            assertThat(estimate.unpriced()).contains("ChatOptions.withExtra");
        }
        assertThat(claude.estimate(HELLO, OPTIONS.withExtra(Json.parseObject("{\"top_k\": 5}")))
                        .usd())
                .isNotNull();
    }

    @Test
    void knowsNoPriceForAnUnknownModel() {
        Estimate estimate = claude.estimate(HELLO, ChatOptions.defaults().withModel("claude-next"));

        assertThat(estimate.usd()).isNull();
        assertThat(estimate.unpriced())
                .contains("claude-next at anthropic", "nothing limits its reply", "ChatOptions.withMaxOutputTokens");
        assertThat(claude.estimate(HELLO, OPTIONS.withModel("claude-next")).unpriced())
                .contains("its price is not", "ProviderConfig.withPriceFile");
        assertThat(claude.estimate(HELLO, OPTIONS).unpriced()).isNull();
    }
}
