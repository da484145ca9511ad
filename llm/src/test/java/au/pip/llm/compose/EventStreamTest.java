package au.pip.llm.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static ChatStream mine(ChatEvent... events) {
        return EventStream.of("mine", "model", List.of(events).iterator());
    }

    @Test
    void makesAReplyOfTextAndItsEnd() {
        ChatStream stream = mine(new ChatEvent.TextDelta(0, "Hi"), new ChatEvent.Finished(StopReason.END));

        ChatResponse response = stream.response();

        assertThat(response.text()).isEqualTo("Hi");
        assertThat(response.provider()).isEqualTo("mine");
        assertThat(response.model()).isEqualTo("model");
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
        assertThat(response.usage()).isEqualTo(Usage.NONE);
        assertThat(response.cost()).isNull();
        assertThat(response.timing().firstToken()).isNotNull();
        assertThat(stream.hasNext()).isFalse();
    }

    @Test
    void foldsCallsUsageAndCostAsEachProviderDoes() {
        Part.ToolCall call = new Part.ToolCall("c1", "look", Json.object(), null);
        ChatStream stream = mine(
                new ChatEvent.Started("r1", "model-2"),
                new ChatEvent.UsageReported(Usage.of(3, 2)),
                new ChatEvent.PartFinished(0, call),
                new ChatEvent.CostReported(new BigDecimal("0.5")),
                new ChatEvent.Finished(StopReason.END));
        stream.next();
        stream.next();
        assertThat(stream.usage()).isEqualTo(Usage.of(3, 2));
        assertThat(stream.cost()).isNull();
        stream.next();
        stream.next();
        assertThat(stream.cost()).isEqualTo(new Cost(new BigDecimal("0.5"), "reported by mine", true));

        ChatResponse response = stream.response();

        assertThat(response.model()).isEqualTo("model-2");
        assertThat(response.toolCalls()).containsExactly(call);
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(response.cost()).isEqualTo(new Cost(new BigDecimal("0.5"), "reported by mine"));
    }

    @Test
    void neverTakesACutReplyForAWholeOne() {
        ChatStream stream = mine(new ChatEvent.TextDelta(0, "Half"));
        stream.next();

        assertThatThrownBy(stream::hasNext).isInstanceOf(LlmException.BrokenStream.class);
        assertThatThrownBy(stream::response).isInstanceOf(LlmException.BrokenStream.class);
    }

    @Test
    void endsWithTheFailureOfItsEvents() {
        LlmException.Overloaded busy =
                new LlmException.Overloaded("busy", new LlmException.Origin("mine", 0, null), null);
        Iterator<ChatEvent> failing = Stream.<ChatEvent>generate(() -> {
                    throw busy;
                })
                .iterator();
        ChatStream stream = EventStream.of("mine", "model", failing);

        assertThatThrownBy(stream::hasNext).isSameAs(busy);
        assertThatThrownBy(stream::response).isSameAs(busy);
    }

    @Test
    void endsWithAFailureThatComesInsteadOfAnEvent() {
        LlmException.Overloaded busy =
                new LlmException.Overloaded("busy", new LlmException.Origin("mine", 0, null), null);
        Iterator<ChatEvent> failing = new Iterator<>() {
            private boolean asked;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ChatEvent next() {
                if (asked) {
                    return new ChatEvent.Finished(StopReason.END);
                }
                asked = true;
                throw busy;
            }
        };
        ChatStream stream = EventStream.of("mine", "model", failing);

        assertThatThrownBy(stream::next).isSameAs(busy);
        assertThatThrownBy(stream::hasNext).isSameAs(busy);
        assertThatThrownBy(stream::response).isSameAs(busy);
    }

    @Test
    void endsOnceItIsClosedAndTellsItsSourceOnce() {
        AtomicInteger told = new AtomicInteger();
        Iterator<ChatEvent> endless = Stream.generate(() -> (ChatEvent) new ChatEvent.TextDelta(0, "la "))
                .iterator();
        ChatStream stream = EventStream.of("mine", "model", endless, told::incrementAndGet);
        stream.next();

        stream.close();
        stream.close();

        assertThat(stream.hasNext()).isFalse();
        assertThat(stream.response().stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(stream.response().text()).isEqualTo("la ");
        assertThat(told).hasValue(1);
    }

    @Test
    void takesAnInterruptForAClose() {
        ChatStream stream = mine(new ChatEvent.TextDelta(0, "Hi"), new ChatEvent.Finished(StopReason.END));
        Thread.currentThread().interrupt();

        assertThat(stream.hasNext()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stream.response().stopReason()).isEqualTo(StopReason.CANCELLED);
    }
}
