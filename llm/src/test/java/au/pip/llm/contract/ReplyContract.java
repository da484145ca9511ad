package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.ToolSpec;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Replies that come as they should. */
public interface ReplyContract extends ContractSetting {
    long INPUT = 16;
    long OUTPUT = 10;

    ToolSpec BALANCE = new ToolSpec("get_balance", "The balance of an account", schema("account"));
    ToolSpec TODAY = new ToolSpec("get_today", "Today's date", Json.object().put("type", "object"));

    static ObjectNode schema(String property) {
        ObjectNode schema = Json.object().put("type", "object");
        schema.putObject("properties").putObject(property).put("type", "string");
        return schema;
    }

    @Test
    default void answersPlainly() {
        server().on(chatPath(), reply(Piece.Text.of("G'day", ", ", "mate")));

        ChatResponse response = llm().chat(HELLO, options());

        assertThat(response.text()).isEqualTo("G'day, mate");
        assertThat(response.message().parts())
                .extracting(part -> ((Part.Text) part).text())
                .containsExactly("G'day, mate");
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
        assertThat(response.provider()).isEqualTo(provider());
        assertThat(response.model()).isEqualTo(model());
    }

    @Test
    default void streamsInOrder() {
        server().on(chatPath(), reply(Piece.Text.of("one ", "two ", "three")));
        List<ChatEvent> events = new ArrayList<>();

        try (ChatStream stream = llm().streamChat(HELLO, options())) {
            stream.forEachRemaining(events::add);
            assertThat(stream.hasNext()).isFalse();
        }

        assertThat(events.getFirst()).isInstanceOf(ChatEvent.Started.class);
        assertThat(events)
                .filteredOn(ChatEvent.TextDelta.class::isInstance)
                .extracting(event -> ((ChatEvent.TextDelta) event).text())
                .containsExactly("one ", "two ", "three");
        assertThat(events).contains(new ChatEvent.UsageReported(Usage.of(INPUT, OUTPUT)));
        assertThat(events.getLast()).isEqualTo(new ChatEvent.Finished(StopReason.END));
        int finished = finishedPart(events);
        assertThat(finished).isGreaterThan(0).isLessThan(events.size() - 1);
        assertThat(((ChatEvent.PartFinished) events.get(finished)).part())
                .isInstanceOfSatisfying(
                        Part.Text.class, part -> assertThat(part.text()).isEqualTo("one two three"));
    }

    private static int finishedPart(List<ChatEvent> events) {
        for (int at = 0; at < events.size(); at++) {
            if (events.get(at) instanceof ChatEvent.PartFinished) {
                return at;
            }
        }
        return -1;
    }

    @Test
    default void startsOnceAndFinishesOnce() {
        server().on(chatPath(), reply(new Piece.Thinking("Hm"), Piece.Text.of("a", "b"), Piece.Call.of("c1", "t")));
        List<ChatEvent> events = new ArrayList<>();

        llm().streamChat(HELLO, options()).forEachRemaining(events::add);

        assertThat(events).filteredOn(ChatEvent.Started.class::isInstance).hasSize(1);
        assertThat(events).filteredOn(ChatEvent.Finished.class::isInstance).hasSize(1);
        assertThat(events)
                .filteredOn(ChatEvent.PartFinished.class::isInstance)
                .extracting(event -> ((ChatEvent.PartFinished) event).index())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    default void keepsThinkingApartFromText() {
        server().on(chatPath(), reply(new Piece.Thinking("Two and two…"), Piece.Text.of("Four")));

        ChatResponse response = llm().chat(HELLO, options());

        assertThat(response.text()).isEqualTo("Four");
        assertThat(response.message().parts().getFirst()).isInstanceOfSatisfying(Part.Thinking.class, thinking -> {
            assertThat(thinking.thinking()).isEqualTo("Two and two…");
            assertThat(thinking.providerData()).isNotNull();
        });
    }

    @Test
    default void streamsThinkingBeforeText() {
        server().on(chatPath(), reply(new Piece.Thinking("Hm"), Piece.Text.of("Four")));
        List<ChatEvent> deltas = new ArrayList<>();

        llm().streamChat(HELLO, options()).forEachRemaining(event -> {
            if (event instanceof ChatEvent.ThinkingDelta || event instanceof ChatEvent.TextDelta) {
                deltas.add(event);
            }
        });

        assertThat(deltas).hasSize(2);
        assertThat(deltas.getFirst()).isInstanceOf(ChatEvent.ThinkingDelta.class);
    }

    @Test
    default void takesAReplyThatSaysNothing() {
        ChatResponse response = askedWith(framesOf());

        assertThat(response.text()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
        assertThat(response.usage()).isEqualTo(Usage.of(INPUT, OUTPUT));
    }

    @Test
    default void tellsWhyAReplyEnded() {
        Map<StopReason, String> endings = endings();
        assertThat(endings).as("endings() of " + provider()).isNotEmpty();

        endings.forEach((reason, body) -> {
            ChatResponse response = askedWith(List.of(body));

            assertThat(response.stopReason()).as(body).isEqualTo(reason);
            assertThat(response.usage()).as(body).isEqualTo(Usage.of(INPUT, OUTPUT));
        });
    }

    @Test
    default void givesARefusalAsAValue() {
        String refusal = endings().get(StopReason.REFUSED);
        assumeTrue(refusal != null, "not on this wire: " + provider() + " has no refusal");

        ChatResponse response = askedWith(List.of(refusal));

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSED);
        assertThat(response.toolCalls()).isEmpty();
    }

    @Test
    default void givesAStructuredReplyAsJson() {
        server().on(chatPath(), reply(Piece.Text.of("{\"to", "tal\":\"12", ".50\"}")));

        ChatResponse response = llm().chat(HELLO, options().withOutputSchema(RequestContract.ANSWER));

        assertThat(response.json()).isEqualTo(Json.object().put("total", "12.50"));
    }

    @Test
    default void hasNoJsonWhereTheReplyIsNone() {
        assertThat(askedWith(framesOf(Piece.Text.of("Twelve"))).json()).isNull();
    }

    @Test
    default void readsTenThousandChunks() {
        List<String> chunks = Collections.nCopies(10_000, "word ");
        String frames = String.join("", framesOf(new Piece.Text(chunks)));
        server().on(chatPath(), Answer.stream(contentType()).write(frames).end());
        long deltas = 0;

        try (ChatStream stream = llm().streamChat(HELLO, options())) {
            while (stream.hasNext()) {
                deltas += stream.next() instanceof ChatEvent.TextDelta ? 1 : 0;
            }
            assertThat(stream.response().text()).isEqualTo("word ".repeat(10_000));
        }

        assertThat(deltas).isEqualTo(10_000);
    }

    @Test
    default void answersTheSameWheneverItIsAsked() {
        server().on(chatPath(), reply(Piece.Text.of("one ", "two")));
        ChatStream stream = llm().streamChat(HELLO, options());
        stream.next();

        ChatResponse first = stream.response();

        assertThat(first.text()).isEqualTo("one two");
        assertThat(stream.response()).isEqualTo(first);
        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        assertThat(stream.response()).isEqualTo(first);
    }

    @Test
    default void namesTheRequest() {
        assumeFalse(requestIdHeader().isEmpty(), "not on this wire: " + provider() + " does not name its requests");
        server().on(
                        chatPath(),
                        Answer.stream(contentType(), requestIdHeader() + ": req_1")
                                .writeAll(framesOf(Piece.Text.of("Hi")))
                                .end());

        assertThat(llm().chat(HELLO, options()).requestId()).isEqualTo("req_1");
    }
}
