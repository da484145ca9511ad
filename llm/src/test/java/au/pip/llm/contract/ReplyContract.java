package au.pip.llm.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.PromptCache;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.ToolSpec;
import au.pip.llm.Usage;
import au.pip.llm.UsageMetrics.ModelUsage;
import au.pip.llm.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Replies that come as they should. */
interface ReplyContract extends ContractSetting {
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
        assertThat(response.message().parts()).containsExactly(Part.Text.of("G'day, mate"));
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
        assertThat(events.indexOf(new ChatEvent.PartFinished(partIndex(events), Part.Text.of("one two three"))))
                .isGreaterThan(0)
                .isLessThan(events.size() - 1);
    }

    private static int partIndex(List<ChatEvent> events) {
        return events.stream()
                .filter(ChatEvent.PartFinished.class::isInstance)
                .mapToInt(event -> ((ChatEvent.PartFinished) event).index())
                .findFirst()
                .orElse(-1);
    }

    @Test
    default void givesTwoToolCallsOfOneTurn() {
        server().on(
                        chatPath(),
                        reply(
                                Piece.Text.of("Let me look."),
                                Piece.Call.of("toolu_1", "get_balance", "{\"acc", "ount\":", " ", "\"Che", "que\"}"),
                                Piece.Call.of("toolu_2", "get_today")));

        ChatResponse response = llm().chat(HELLO, options().withTools(List.of(BALANCE, TODAY)));

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(response.text()).isEqualTo("Let me look.");
        List<Part.ToolCall> calls = response.toolCalls();
        assertThat(calls).extracting(Part.ToolCall::toolName).containsExactly("get_balance", "get_today");
        assertThat(calls)
                .extracting(call -> call.arguments().toString())
                .containsExactly("{\"account\":\"Cheque\"}", "{}");
        assertThat(calls)
                .extracting(Part.ToolCall::callId)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        if (givesCallIds()) {
            assertThat(calls).extracting(Part.ToolCall::callId).containsExactly("toolu_1", "toolu_2");
        }
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
    default void sendsToolResultsBack() {
        server().on(chatPath(), reply(Piece.Text.of("$12")));
        List<Message> history = List.of(
                Message.system("Be brief."),
                Message.user("What is in Cheque and Savings?"),
                new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Part.Thinking(
                                        "foreign",
                                        new ProviderData(
                                                "elsewhere", Json.object().put("signature", "theirs"))),
                                Part.Text.of("Let me look."),
                                new Part.ToolCall(
                                        "c1", "get_balance", Json.object().put("account", "Cheque"), null),
                                new Part.ToolCall("c2", "get_balance", StringNode.valueOf("{\"acc"), null))),
                Message.toolResults(List.of(
                        new Part.ToolResult("c1", "get_balance", "12.00", false),
                        new Part.ToolResult("c2", "get_balance", "no such account", true))));

        llm().chat(history, options().withTools(List.of(BALANCE)).withPromptCache(PromptCache.FIVE_MINUTES));

        ReceivedRequest request = server().requests(chatPath()).getFirst();
        assertThat(Json.MAPPER.readTree(request.body())).isEqualTo(Json.MAPPER.readTree(toolRoundTripRequest()));
        assertThat(request.headers()).containsEntry("content-type", "application/json");
        assertThat(request.headers()).contains(keyHeader());
    }

    @Test
    default void countsAndPrices() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        ChatResponse response = llm().chat(HELLO, options());
        llm().chat(HELLO, options());

        assertThat(response.usage()).isEqualTo(Usage.of(INPUT, OUTPUT));
        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().usd()).isEqualByComparingTo(cost());
        ModelUsage sum = llm().getUsage().byModel().get(model());
        assertThat(sum.calls()).isEqualTo(2);
        assertThat(sum.usage()).isEqualTo(Usage.of(2 * INPUT, 2 * OUTPUT));
        assertThat(sum.knownCostUsd()).isEqualByComparingTo(cost().add(cost()));
        assertThat(sum.unpricedCalls()).isZero();
    }

    @Test
    default void readsAnyTextHoweverItsBytesAreCut() {
        String text = "Ä€😀\u2028\"\\\n…";
        byte[] bytes = String.join("", frames(List.of(Piece.Text.of(text, "é", text)), INPUT, OUTPUT))
                .getBytes(UTF_8);
        Answer[] answers = IntStream.range(1, bytes.length)
                .mapToObj(at -> Answer.stream(contentType())
                        .write(Arrays.copyOfRange(bytes, 0, at))
                        .write(Arrays.copyOfRange(bytes, at, bytes.length))
                        .end())
                .toArray(Answer[]::new);
        server().on(chatPath(), answers);

        for (int call = 0; call < answers.length; call++) {
            assertThat(llm().chat(HELLO, options()).text()).isEqualTo(text + "é" + text);
        }
    }

    @Test
    default void readsTenThousandChunks() {
        List<String> chunks = Collections.nCopies(10_000, "word ");
        byte[] bytes = String.join("", frames(List.of(new Piece.Text(chunks)), INPUT, OUTPUT))
                .getBytes(UTF_8);
        server().on(chatPath(), Answer.stream(contentType()).write(bytes).end());
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
    default void servesManyStreamsAtOnce() {
        server().on(chatPath(), reply(Piece.Text.of("Hi", " there")));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var texts = IntStream.range(0, 50)
                    .mapToObj(at ->
                            threads.submit(() -> llm().chat(HELLO, options()).text()))
                    .collect(Collectors.toList());
            assertThat(texts).allSatisfy(text -> assertThat(text.get()).isEqualTo("Hi there"));
        }

        assertThat(llm().getUsage().total()).isEqualTo(Usage.of(50 * INPUT, 50 * OUTPUT));
    }

    @Test
    default void usesAConnectionForMoreThanOneCall() {
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames(List.of(Piece.Text.of("Hi")), INPUT, OUTPUT))
                                .pause(Duration.ofMillis(10))
                                .end());
        int calls = 0;

        // HTTP's end comes after the reply's, so a call that follows at once finds the connection in use: one reuse of
        // many
        // is enough.
        while (calls < 100 && server().connections() == calls) {
            llm().chat(HELLO, options());
            calls++;
        }

        assertThat(server().connections()).isLessThan(calls);
    }

    @Test
    default void changesItsKeyForTheNextCall() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        llm().authenticate(AuthConfig.apiKey("other-key"));
        llm().chat(HELLO, options());

        assertThat(server().requests(chatPath()).getFirst().headers())
                .containsEntry(keyHeader().getKey(), keyHeader().getValue().replace(ProviderContract.KEY, "other-key"));
    }
}
