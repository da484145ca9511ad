package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatResponse;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Conversations that were begun with another model, stopped, shortened or numbered oddly: the wire takes them all. */
public interface HistoryContract extends ContractSetting {
    ProviderData FOREIGN = new ProviderData("elsewhere", Json.object().put("signature", "theirs"));

    /** The request for a conversation. */
    private JsonNode sentFor(Message... history) {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));
        llm().chat(List.of(history), options().withTools(List.of(ReplyContract.BALANCE)));
        return Json.MAPPER.readTree(server().requests(chatPath()).getLast().body());
    }

    private static Message calling(String... callIds) {
        List<Part> calls = new ArrayList<>();
        for (String callId : callIds) {
            calls.add(new Part.ToolCall(callId, "get_balance", Json.object().put("account", "Cheque"), null));
        }
        return new Message(Role.ASSISTANT, calls);
    }

    private static Part.ToolResult result(String callId) {
        return new Part.ToolResult(callId, "get_balance", "12.00", false);
    }

    private static Message results(String... callIds) {
        return Message.toolResults(
                List.of(callIds).stream().map(HistoryContract::result).toList());
    }

    /** All texts of a document that begin so, in order. */
    static List<String> textsWith(JsonNode node, String beginning) {
        List<String> found = new ArrayList<>();
        if (node.isString() && node.stringValue().startsWith(beginning)) {
            found.add(node.stringValue());
        }
        node.forEach(child -> found.addAll(textsWith(child, beginning)));
        return found;
    }

    /** The ids of calls and results in a request, in order. */
    private List<String> callIdsIn(JsonNode request) {
        assumeFalse(callIdFields().isEmpty(), "not on this wire: " + provider() + " is sent no ids of calls");
        List<String> found = new ArrayList<>();
        collect(request, found);
        return found;
    }

    private void collect(JsonNode node, List<String> found) {
        for (String name : node.propertyNames()) {
            JsonNode value = node.get(name);
            if (callIdFields().contains(name) && value.isString()) {
                found.add(value.stringValue());
            }
        }
        node.forEach(child -> collect(child, found));
    }

    @Test
    default void neverSendsWhatAnotherProviderSaid() {
        String sent = sentFor(
                        Message.user("Hello"),
                        new Message(
                                Role.ASSISTANT,
                                List.of(
                                        new Part.Thinking("private thoughts", FOREIGN),
                                        new Part.Thinking("unsigned thoughts", null),
                                        new Part.Text("Let me look.", FOREIGN),
                                        new Part.ToolCall("c1", "get_balance", Json.object(), FOREIGN))),
                        results("c1"),
                        Message.user("More"))
                .toString();

        assertThat(sent)
                .contains("Let me look.", "12.00")
                .doesNotContain("private thoughts", "unsigned thoughts", "theirs");
    }

    @Test
    default void sendsItsOwnThinkingBack() {
        assumeFalse(replayedThinking().isEmpty(), "not on this wire: " + provider() + " is not sent its thinking back");
        server().on(chatPath(), reply(new Piece.Thinking("Hm"), Piece.Call.of("c1", "get_balance")));
        ChatResponse first = llm().chat(HELLO, options().withTools(List.of(ReplyContract.BALANCE)));

        String sent = sentFor(
                        Message.user("Hello"),
                        first.message(),
                        results(first.toolCalls().getFirst().callId()))
                .toString();

        assertThat(sent).contains(replayedThinking());
    }

    @Test
    default void makesOddCallIdsSafeTheSameWayForCallAndResult() {
        String odd = "odd.call:1/ü " + "x".repeat(100);

        List<String> ids = callIdsIn(sentFor(Message.user("Hello"), calling(odd, odd + "2"), results(odd, odd + "2")));

        assertThat(ids).hasSize(4).allMatch(id -> id.matches("[A-Za-z0-9_-]{1,64}"));
        assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
        assertThat(ids.get(1)).isEqualTo(ids.get(3));
    }

    @Test
    default void tellsRepeatedCallIdsApart() {
        List<String> ids = callIdsIn(sentFor(
                Message.user("Hello"),
                calling("odd0", "odd0"),
                results("odd0", "odd0"),
                calling("odd0"),
                results("odd0")));

        assertThat(ids).hasSize(6);
        assertThat(List.of(ids.get(0), ids.get(1), ids.get(4))).doesNotHaveDuplicates();
        assertThat(ids.subList(0, 2)).isEqualTo(ids.subList(2, 4));
        assertThat(ids.get(4)).isEqualTo(ids.get(5));
    }

    @Test
    default void answersCallsThatAStopLeftOpen() {
        JsonNode stopped =
                sentFor(Message.user("Hello"), calling("c1", "c2"), results("c2"), Message.user("Never mind"));
        JsonNode answered = sentFor(
                Message.user("Hello"),
                calling("c1", "c2"),
                Message.toolResults(List.of(
                        new Part.ToolResult(
                                "c1",
                                "get_balance",
                                "There is no result: the conversation went on before it came.",
                                true),
                        result("c2"))),
                Message.user("Never mind"));

        assertThat(stopped).isEqualTo(answered);
    }

    @Test
    default void tellsAResultWithoutItsCallAsText() {
        JsonNode shortened = sentFor(results("c1"), Message.assistant("That is $12."), Message.user("Thanks"));
        JsonNode told = sentFor(
                Message.user("Result of get_balance: 12.00"),
                Message.assistant("That is $12."),
                Message.user("Thanks"));

        assertThat(shortened).isEqualTo(told);
    }

    @Test
    default void putsResultsRightBehindTheirCalls() {
        JsonNode late = sentFor(
                Message.user("Hello"),
                calling("c1", "c2"),
                Message.user("Quick!"),
                results("c2"),
                Message.system("Be kind."),
                results("c1"));
        JsonNode soon = sentFor(
                Message.user("Hello"),
                calling("c1", "c2"),
                results("c1", "c2"),
                Message.user("Quick!"),
                Message.system("Be kind."));

        assertThat(late).isEqualTo(soon);
    }

    @Test
    default void leavesOutMessagesThatSayNothing() {
        JsonNode withEmpty = sentFor(
                Message.user("Hello"),
                new Message(Role.ASSISTANT, List.of()),
                Message.assistant(" \n"),
                new Message(Role.ASSISTANT, List.of(new Part.Thinking("theirs", FOREIGN))),
                Message.user("More"));

        assertThat(withEmpty).isEqualTo(sentFor(Message.user("Hello"), Message.user("More")));
    }

    @Test
    default void sendsNumbersOfArgumentsAsTheyCame() {
        JsonNode arguments = Json.MAPPER.readTree("{\"amount\":10.50,\"id\":90071992547409931}");
        Message call = new Message(Role.ASSISTANT, List.of(new Part.ToolCall("c1", "get_balance", arguments, null)));

        assertThat(sentFor(Message.user("Hello"), call, results("c1")).toString())
                .contains("10.50", "90071992547409931");
    }

    /** Encrypted reasoning of one account is refused, or worse taken, for another. */
    @Test
    default void sendsItsThinkingToNoOtherAccount() {
        assumeFalse(replayedThinking().isEmpty(), "not on this wire: " + provider() + " is not sent its thinking back");
        server().on(chatPath(), reply(new Piece.Thinking("Hm"), Piece.Call.of("c1", "get_balance")));
        ChatResponse first = llm().chat(HELLO, options().withTools(List.of(ReplyContract.BALANCE)));
        List<Message> history = List.of(
                Message.user("Hello"),
                first.message(),
                results(first.toolCalls().getFirst().callId()));

        create(configuration().withAuth(AuthConfig.apiKey("another-account")))
                .chat(history, options().withTools(List.of(ReplyContract.BALANCE)));
        String elsewhere = server().requests(chatPath()).getLast().text();
        create(configuration()).chat(history, options().withTools(List.of(ReplyContract.BALANCE)));
        String again = server().requests(chatPath()).getLast().text();

        assertThat(elsewhere).contains("get_balance").doesNotContain(replayedThinking());
        assertThat(again).as("the same account, by another object").contains(replayedThinking());
        assertThat(first.message().toString()).doesNotContain(ProviderContract.KEY);
    }
}
