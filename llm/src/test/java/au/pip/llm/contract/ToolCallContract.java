package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

/** Tool calls: whole, apart from each other, and each with an id of its own. */
public interface ToolCallContract extends ContractSetting {
    private ChatOptions withTools() {
        return options().withTools(List.of(ReplyContract.BALANCE, ReplyContract.TODAY));
    }

    private List<Part.ToolCall> callsOf(Piece... pieces) {
        server().on(chatPath(), reply(pieces));
        ChatResponse response = llm().chat(HELLO, withTools());
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        return response.toolCalls();
    }

    @Test
    default void givesTwoToolCallsOfOneTurn() {
        server().on(
                        chatPath(),
                        reply(
                                Piece.Text.of("Let me look."),
                                Piece.Call.of("toolu_1", "get_balance", "{\"acc", "ount\":", " ", "\"Che", "que\"}"),
                                Piece.Call.of("toolu_2", "get_today")));

        ChatResponse response = llm().chat(HELLO, withTools());

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
    default void streamsArgumentsAsTheyCome() {
        server().on(
                        chatPath(),
                        reply(
                                Piece.Call.of("c1", "get_balance", "{\"acc", "ount\":\"Che", "que\"}"),
                                Piece.Call.of("c2", "get_balance", "{\"account\"", ":\"Savings\"}")));
        Map<Integer, StringBuilder> streamed = new TreeMap<>();
        Map<Integer, Part.ToolCall> finished = new TreeMap<>();

        llm().streamChat(HELLO, withTools()).forEachRemaining(event -> {
            switch (event) {
                case ChatEvent.ToolCallStarted call -> streamed.put(call.index(), new StringBuilder());
                case ChatEvent.ToolCallDelta delta ->
                    streamed.get(delta.index()).append(delta.fragment());
                case ChatEvent.PartFinished part -> finished.put(part.index(), (Part.ToolCall) part.part());
                default -> {}
            }
        });

        assertThat(finished.values())
                .extracting(call -> call.arguments().path("account").asString())
                .containsExactly("Cheque", "Savings");
        assertThat(streamed.keySet()).isEqualTo(finished.keySet());
        streamed.forEach((index, json) -> assertThat(Json.MAPPER.readTree(json.toString()))
                .isEqualTo(finished.get(index).arguments()));
    }

    @Test
    default void keepsBlankFragments() {
        assertThat(callsOf(Piece.Call.of("c1", "get_balance", "{\"account\":\"a", " ", "  ", "b\"}")))
                .extracting(call -> call.arguments().path("account").asString())
                .containsExactly("a   b");
    }

    @Test
    default void takesMissingArgumentsForNone() {
        assertThat(callsOf(Piece.Call.of("c1", "get_today")))
                .extracting(Part.ToolCall::arguments)
                .containsExactly(Json.object());
    }

    @Test
    default void keepsBrokenArgumentsAsText() {
        assumeTrue(argumentsAreText(), "not on this wire: " + provider() + " carries arguments as objects");

        assertThat(callsOf(Piece.Call.of("c1", "get_balance", "{\"account\":", " \"Che")))
                .extracting(Part.ToolCall::arguments)
                .containsExactly(StringNode.valueOf("{\"account\": \"Che"));
    }

    @Test
    default void keepsNumbersExact() {
        assertThat(callsOf(Piece.Call.of("c1", "get_balance", "{\"amount\":10.50,\"id\":90071992547409931}")))
                .extracting(call -> call.arguments().toString())
                .containsExactly("{\"amount\":10.50,\"id\":90071992547409931}");
    }

    @Test
    default void makesIdsForCallsWithoutOne() {
        assertThat(callsOf(Piece.Call.of("", "get_balance"), Piece.Call.of("", "get_today")))
                .hasSize(2)
                .extracting(Part.ToolCall::callId)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    default void keepsTwoCallsOfOneIdApart() {
        List<Part.ToolCall> calls = callsOf(
                Piece.Call.of("c1", "get_balance", "{\"account\":\"Cheque\"}"),
                Piece.Call.of("c1", "get_balance", "{\"account\":\"Savings\"}"));

        assertThat(calls)
                .extracting(call -> call.arguments().path("account").asString())
                .containsExactly("Cheque", "Savings");
        assertThat(calls).extracting(Part.ToolCall::callId).doesNotHaveDuplicates();
    }

    @Test
    default void keepsTwoCallsOfOneToolApart() {
        assertThat(callsOf(Piece.Call.of("c1", "get_today"), Piece.Call.of("c2", "get_today")))
                .extracting(Part.ToolCall::toolName)
                .containsExactly("get_today", "get_today");
    }

    @Test
    default void readsLongArguments() {
        String account = "x".repeat(300_000);

        assertThat(callsOf(Piece.Call.of(
                        "c1", "get_balance", "{\"account\":\"", account.substring(1), account.substring(0, 1), "\"}")))
                .extracting(call -> call.arguments().path("account").asString())
                .containsExactly(account);
    }
}
