package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Usage;
import au.pip.llm.UsageMetrics.ModelUsage;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted and what it costs. Unknown is never taken for nought, nor nought for unknown. */
public interface UsageContract extends ContractSetting {
    private ModelUsage booked(String model) {
        ModelUsage booked = llm().getUsage().byModel().get(model);
        assertThat(booked).as(llm().getUsage().toString()).isNotNull();
        return booked;
    }

    @Test
    default void countsAndPrices() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        ChatResponse response = llm().chat(HELLO, options());
        llm().chat(HELLO, options());

        assertThat(response.usage()).isEqualTo(Usage.of(ReplyContract.INPUT, ReplyContract.OUTPUT));
        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().usd()).isEqualByComparingTo(cost());
        ModelUsage sum = booked(model());
        assertThat(sum.calls()).isEqualTo(2);
        assertThat(sum.usage()).isEqualTo(Usage.of(2 * ReplyContract.INPUT, 2 * ReplyContract.OUTPUT));
        assertThat(sum.knownCostUsd()).isEqualByComparingTo(cost().add(cost()));
        assertThat(sum.unpricedCalls()).isZero();
    }

    @Test
    default void readsUnusualCounts() {
        assertThat(counts()).as("counts() of " + provider()).isNotEmpty();

        for (Counted counted : counts()) {
            assertThat(askedWith(List.of(counted.body())).usage())
                    .as(counted.about())
                    .isEqualTo(counted.usage());
        }
    }

    @Test
    default void knowsNoCostOfAnotherTierThanTheStandard() {
        List<String> dearer = framesOfTier("priority");
        assumeFalse(dearer.isEmpty(), "not on this wire: " + provider() + " names no tier");
        assertThat(String.join("", dearer)).contains("priority");

        ChatResponse response = askedWith(dearer);

        assertUnpriced(response);
        assertThat(response.usage()).isEqualTo(Usage.of(ReplyContract.INPUT, ReplyContract.OUTPUT));
        for (String standard : List.of("standard", "default", "auto")) {
            Cost usual = askedWith(framesOfTier(standard)).cost();
            assertThat(usual).as(standard).isNotNull();
            assertThat(usual.usd()).as(standard).isEqualByComparingTo(cost());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"inference_geo\": \"us\"}",
                "{\"speed\": \"fast\"}",
                "{\"tools\": [{\"type\": \"web_search\"}]}",
                "{\"tools\": [{\"googleSearch\": {}}]}"
            })
    default void knowsNoCostOfWhatIsChargedOtherwise(String extra) {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));
        ChatOptions options = options().withExtra(Json.parseObject(extra));

        ChatResponse response = llm().chat(HELLO, options);

        assertUnpriced(response);
        assertThat(llm().estimate(HELLO, options).usd()).isEqualTo(isFree() ? BigDecimal.ZERO : null);
    }

    private void assertUnpriced(ChatResponse response) {
        Cost cost = response.cost();
        if (isFree()) {
            assertThat(cost).isNotNull();
            assertThat(cost.usd()).isZero();
        } else {
            assertThat(cost).isNull();
            assertThat(booked(model()).unpricedCalls()).isEqualTo(1);
        }
    }

    @Test
    default void knowsNoCostOfAnotherModelOfTheSameFamily() {
        List<String> frames = framesOf(Piece.Text.of("Hi"));
        assumeFalse(isFree(), "not on this wire: " + provider() + "'s models are all free");
        String sibling = model() + "-and-dearer";

        ChatResponse response = askedWith(
                frames.stream().map(frame -> frame.replace(model(), sibling)).toList());

        assertThat(response.model()).isEqualTo(sibling);
        assertThat(response.cost()).isNull();
        assertThat(booked(sibling).unpricedCalls()).isEqualTo(1);
    }

    @Test
    default void takesNoughtForNought() {
        ChatResponse response = askedWith(frames(List.of(Piece.Text.of("Hi")), 0, 0));

        assertThat(response.usage()).isEqualTo(Usage.NONE);
        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().usd()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(booked(model()).unpricedCalls()).isZero();
    }

    @Test
    default void knowsNoCostWhileNothingIsCounted() {
        List<String> frames = framesOf(Piece.Text.of("some", "thing"));
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames.subList(0, frames.size() - 1))
                                .hold());
        ChatStream stream = llm().streamChat(HELLO, options());
        while (!(stream.next() instanceof ChatEvent.TextDelta)) {}
        stream.close();

        ChatResponse response = stream.response();

        if (isFree()) {
            assertThat(response.cost()).isNotNull();
            assertThat(response.cost().usd()).isZero();
        } else if (countsInputAtStart()) {
            assertThat(response.cost()).isNotNull();
            assertThat(response.cost().usd()).isPositive();
            assertThat(booked(model()).knownCostUsd())
                    .isEqualByComparingTo(response.cost().usd());
        } else {
            assertThat(response.cost()).isNull();
            assertThat(booked(model()).knownCostUsd()).isZero();
            assertThat(booked(model()).unpricedCalls()).isEqualTo(1);
        }
    }

    @Test
    default void knowsNoCostOfAModelWithoutAPrice() {
        assumeFalse(isFree(), "not on this wire: " + provider() + "'s models are all free");
        String unpriced = "nobody-knows-7";
        List<String> frames = framesOf(Piece.Text.of("Hi")).stream()
                .map(frame -> frame.replace(model(), unpriced))
                .toList();
        server().on(
                        pathFor(unpriced),
                        Answer.stream(contentType()).writeAll(frames).end());

        ChatResponse response = llm().chat(HELLO, options().withModel(unpriced));

        assertThat(response.usage()).isEqualTo(Usage.of(ReplyContract.INPUT, ReplyContract.OUTPUT));
        assertThat(response.cost()).isNull();
        assertThat(booked(unpriced).unpricedCalls()).isEqualTo(1);
        assertThat(booked(unpriced).knownCostUsd()).isZero();
    }

    @Test
    default void booksByTheModelThatAnswered() {
        List<String> frames = framesOf(Piece.Text.of("Hi"));
        assumeTrue(
                String.join("", frames).contains(model()),
                "not on this wire: " + provider() + " does not say which model answered");
        String snapshot = model() + "-20990101";

        ChatResponse response = askedWith(
                frames.stream().map(frame -> frame.replace(model(), snapshot)).toList());

        assertThat(response.model()).isEqualTo(snapshot);
        assertThat(llm().getUsage().byModel()).containsOnlyKeys(snapshot);
        assertThat(booked(snapshot).knownCostUsd())
                .as("a snapshot costs what its model does")
                .isEqualByComparingTo(cost());
    }

    @Test
    default void booksNothingForARefusedRequest() {
        server().on(chatPath(), Answer.json(400, errorBody(400)));

        failureOf(llm());

        assertThat(llm().getUsage().byModel()).isEmpty();
        assertThat(llm().getUsage().total()).isEqualTo(Usage.NONE);
    }

    @Test
    default void booksATriedAgainRequestOnce() {
        server().on(
                        chatPath(),
                        Answer.json(500, errorBody(500), "retry-after: 0"),
                        Answer.stream(contentType()).write(midStreamError()).end(),
                        reply(Piece.Text.of("Hi")));

        llm().chat(HELLO, options());

        assertThat(booked(model()).calls()).isEqualTo(1);
        assertThat(llm().getUsage().total()).isEqualTo(Usage.of(ReplyContract.INPUT, ReplyContract.OUTPUT));
    }

    @Test
    default void knowsThatNothingIsChargedForWhatWasOnlyRefused() {
        server().on(chatPath(), Answer.json(529, errorBody(529), "retry-after: 0"));

        try (ChatStream stream = llm().streamChat(HELLO, options())) {
            assertThatThrownBy(() -> stream.forEachRemaining(event -> {})).isInstanceOf(LlmException.class);

            assertNothingCharged(stream);
        }
    }

    @Test
    default void knowsThatNothingIsChargedForAWaitThatIsClosed() {
        server().on(chatPath(), Answer.json(429, errorBody(429), "retry-after: 15"));
        ChatStream stream = llm().streamChat(HELLO, options());
        assertThat(stream.next()).isInstanceOf(ChatEvent.Retrying.class);

        stream.close();

        assertNothingCharged(stream);
    }

    private void assertNothingCharged(ChatStream stream) {
        Cost cost = stream.cost();
        assertThat(cost).isNotNull();
        assertThat(cost.usd()).isZero();
        assertThat(cost.atLeast()).isFalse();
        assertThat(llm().getUsage().byModel()).isEmpty();
    }

    @Test
    default void booksWhatWasSentAndNeverAnswered() {
        server().on(chatPath(), new Answer(List.of(new Answer.Step.Hold())));
        LlmProvider hasty = create(TimeoutContract.HASTY);

        assertThat(failureOf(hasty)).isInstanceOf(LlmException.TimedOut.class);

        assertBooksOneUnanswered(hasty);
    }

    @Test
    default void booksWhatIsClosedBeforeItIsAnswered() {
        server().on(chatPath(), Answer.stream(contentType()).hold());
        ChatStream stream = llm().streamChat(HELLO, options());

        stream.close();
        stream.close();

        assertBooksOneUnanswered(llm());
        assertThat(stream.cost()).isEqualTo(isFree() ? new Cost(BigDecimal.ZERO, "local") : null);
    }

    private void assertBooksOneUnanswered(LlmProvider provider) {
        ModelUsage unanswered = provider.getUsage().byModel().get(model());
        assertThat(unanswered).isNotNull();
        assertThat(unanswered.calls()).isEqualTo(1);
        assertThat(unanswered.unpricedCalls()).isEqualTo(isFree() ? 0 : 1);
    }

    @Test
    default void booksTriesThatBrokeOffBesideTheOneThatWasAnswered() {
        server().on(
                        chatPath(),
                        Answer.stream(contentType()).end(),
                        Answer.stream(contentType()).end(),
                        reply(Piece.Text.of("Hi")));

        llm().chat(HELLO, options());

        ModelUsage sum = booked(model());
        assertThat(sum.calls()).isEqualTo(1);
        assertThat(sum.unpricedCalls()).isEqualTo(isFree() ? 0 : 2);
        assertThat(sum.knownCostUsd()).isEqualByComparingTo(cost());
    }

    @Test
    default void saysThatABrokenTryMayCostMore() {
        server().on(chatPath(), Answer.stream(contentType()).end(), reply(Piece.Text.of("Hi")));

        ChatResponse response = llm().chat(HELLO, options());

        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().usd()).isEqualByComparingTo(cost());
        assertThat(response.cost().atLeast())
                .as("unless nothing costs anything")
                .isEqualTo(!isFree());
    }

    /** A gateway that gave up says nothing of what the provider behind it has done. */
    @ParameterizedTest
    @ValueSource(ints = {408, 502, 504, 524})
    default void saysThatATryWhichWasGivenUpMayCostMore(int status) {
        server().on(
                        chatPath(),
                        Answer.of(status, "text/html", "<html>Time-out</html>", "retry-after: 0"),
                        reply(Piece.Text.of("Hi")));

        ChatResponse response = llm().chat(HELLO, options());

        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().atLeast()).isEqualTo(!isFree());
    }

    @Test
    default void knowsTheCostAfterARefusedTry() {
        server().on(chatPath(), Answer.json(500, errorBody(500), "retry-after: 0"), reply(Piece.Text.of("Hi")));

        ChatResponse response = llm().chat(HELLO, options());

        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().atLeast()).isFalse();
    }
}
