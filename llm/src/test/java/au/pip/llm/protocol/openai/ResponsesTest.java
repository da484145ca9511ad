package au.pip.llm.protocol.openai;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.StopReason;
import au.pip.llm.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers of the Responses API send, and what becomes of it. */
class ResponsesTest extends ResponsesReply {
    @Test
    void givesTextOnceThoughItComesFourTimes() {
        ChatResponse response = read(
                CREATED,
                item("added", 0, "{\"type\":\"message\",\"id\":\"m\",\"content\":[]}"),
                "{\"type\":\"response.content_part.added\",\"output_index\":0,\"content_index\":0,\"part\":{\"type\":\"output_text\",\"text\":\"\"}}",
                delta("output_text", 0, "Hel"),
                delta("output_text", 0, "lo"),
                "{\"type\":\"response.output_text.done\",\"output_index\":0,\"content_index\":0,\"text\":\"Hello\"}",
                "{\"type\":\"response.content_part.done\",\"output_index\":0,\"content_index\":0,\"part\":{\"type\":\"output_text\",\"text\":\"Hello\"}}",
                item("done", 0, MESSAGE_DONE),
                completed(MESSAGE_DONE));

        assertThat(response.message().parts()).containsExactly(Part.Text.of("Hello"));
        assertThat(events).filteredOn(ChatEvent.PartFinished.class::isInstance).hasSize(1);
        assertThat(events.getFirst()).isEqualTo(new ChatEvent.Started("resp_1", "gpt-x-2026-01-02"));
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"response.output_text.done\",\"output_index\":0,\"content_index\":0,\"text\":\"Hello\"}",
                "{\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":@ITEM@}",
                "{\"type\":\"response.brand_new\"}"
            })
    void losesNoTextThatComesWithoutDeltas(String only) {
        ChatResponse response = read(CREATED, only.replace("@ITEM@", MESSAGE_DONE), completed(MESSAGE_DONE));

        assertThat(response.message().parts()).containsExactly(Part.Text.of("Hello"));
        assertThat(events).contains(new ChatEvent.TextDelta(0, "Hello"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"response.function_call_arguments.done\",\"output_index\":0,\"arguments\":\"{\\\"a\\\":1}\"}",
                "{\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":@ITEM@}",
                "{\"type\":\"response.brand_new\"}"
            })
    void readsACallWhoseArgumentsComeAtOnce(String only) {
        String begun = "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"t\",\"arguments\":\"\"}";

        ChatResponse response =
                read(CREATED, item("added", 0, begun), only.replace("@ITEM@", CALL_DONE), completed(CALL_DONE));

        assertThat(response.toolCalls())
                .containsExactly(new Part.ToolCall("c1", "t", Json.object().put("a", 1), null));
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
    }

    @Test
    void readsACallOfWhichOnlyTheEndTellsTheName() {
        ChatResponse response = read(
                CREATED,
                delta("function_call_arguments", 0, "{\"a\""),
                delta("function_call_arguments", 0, ":1}"),
                item("done", 0, CALL_DONE),
                COMPLETED);

        assertThat(response.toolCalls()).extracting(Part.ToolCall::toolName).containsExactly("t");
        assertThat(response.toolCalls().getFirst().arguments().toString()).isEqualTo("{\"a\":1}");
        assertThat(events)
                .filteredOn(ChatEvent.ToolCallStarted.class::isInstance)
                .containsExactly(new ChatEvent.ToolCallStarted(0, "c1", "t"));
    }

    @Test
    void takesArgumentsThatAreAnObject() {
        ChatResponse response = read(
                CREATED,
                item("done", 0, "{\"type\":\"function_call\",\"name\":\"t\",\"arguments\":{\"a\":10.50}}"),
                COMPLETED);

        assertThat(response.toolCalls().getFirst().arguments().toString()).isEqualTo("{\"a\":10.50}");
        assertThat(response.toolCalls().getFirst().callId()).isNotEmpty();
    }

    @Test
    void keepsBlankFragmentsOfArguments() {
        ChatResponse response = read(
                CREATED,
                item("added", 0, "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"t\",\"arguments\":\"\"}"),
                delta("function_call_arguments", 0, "{\"a\":\"x"),
                delta("function_call_arguments", 0, " "),
                delta("function_call_arguments", 0, "y\"}"),
                COMPLETED);

        assertThat(response.toolCalls().getFirst().arguments().toString()).isEqualTo("{\"a\":\"x y\"}");
    }

    @Test
    void keepsInterleavedCallsApartByTheirIndex() {
        String begun = "{\"type\":\"function_call\",\"call_id\":\"%s\",\"name\":\"t\",\"arguments\":\"\"}";

        ChatResponse response = read(
                CREATED,
                item("added", 0, begun.formatted("c0")),
                item("added", 1, begun.formatted("c1")),
                delta("function_call_arguments", 1, "{\"b\":"),
                delta("function_call_arguments", 0, "{\"a\":"),
                delta("function_call_arguments", 1, "2}"),
                delta("function_call_arguments", 0, "1}"),
                COMPLETED);

        assertThat(response.toolCalls())
                .extracting(call -> call.callId() + call.arguments())
                .containsExactly("c0{\"a\":1}", "c1{\"b\":2}");
    }

    /** As a gateway in front of OpenAI does. */
    @Test
    void doesNotGoByIdsThatChangeWithEachEvent() {
        ChatResponse response = read(
                CREATED,
                item("added", 0, "{\"type\":\"message\",\"id\":\"id-1\",\"content\":[]}"),
                "{\"delta\":\"Hel\",\"item_id\":\"id-2\",\"output_index\":0,\"content_index\":0,\"type\":\"response.output_text.delta\"}",
                "{\"delta\":\"lo\",\"item_id\":\"id-3\",\"output_index\":0,\"content_index\":0,\"type\":\"response.output_text.delta\"}",
                item("done", 0, MESSAGE_DONE.replace("\"m\"", "\"id-4\"")),
                completed(MESSAGE_DONE.replace("\"m\"", "\"id-5\"")));

        assertThat(response.message().parts()).containsExactly(Part.Text.of("Hello"));
    }

    @Test
    void keepsTextAndCallApartThatClaimTheSameIndex() {
        ChatResponse response = read(
                CREATED,
                item("added", 0, "{\"type\":\"message\",\"id\":\"m\",\"content\":[]}"),
                delta("output_text", 0, "Hello"),
                item("added", 0, "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"t\",\"arguments\":\"\"}"),
                delta("function_call_arguments", 0, "{\"a\":1}"),
                item("done", 0, MESSAGE_DONE),
                item("done", 0, CALL_DONE),
                completed(MESSAGE_DONE + "," + CALL_DONE));

        assertThat(response.text()).isEqualTo("Hello");
        assertThat(response.toolCalls()).hasSize(1);
        assertThat(response.message().parts()).hasSize(2);
    }

    @Test
    void keepsThinkingForTheNextTurnEvenWithoutReadableText() {
        ChatResponse response = read(
                CREATED,
                item(
                        "added",
                        0,
                        "{\"type\":\"reasoning\",\"id\":\"rs\",\"encrypted_content\":\"half\",\"summary\":[]}"),
                item(
                        "done",
                        0,
                        "{\"type\":\"reasoning\",\"id\":\"rs\",\"status\":\"completed\",\"content\":[],\"encrypted_content\":\"whole\",\"summary\":[]}"),
                delta("output_text", 1, "Hello"),
                COMPLETED);

        assertThat(response.message().parts())
                .containsExactly(
                        new Part.Thinking(
                                "",
                                new ProviderData(
                                        "openai",
                                        Json.MAPPER.readTree(
                                                "{\"type\":\"reasoning\",\"id\":\"rs\",\"summary\":[],\"encrypted_content\":\"whole\"}"))),
                        Part.Text.of("Hello"));
    }

    @Test
    void joinsTheParagraphsOfAnItemOfThinking() {
        String paragraph =
                "{\"type\":\"response.reasoning_summary_text.delta\",\"output_index\":0,\"summary_index\":%d,\"delta\":\"%s\"}";

        ChatResponse response = read(
                CREATED,
                paragraph.formatted(0, "One"),
                paragraph.formatted(0, " and"),
                paragraph.formatted(1, "two"),
                delta("reasoning_text", 0, "In full"),
                "{\"type\":\"response.reasoning_text.done\",\"output_index\":0,\"content_index\":1,\"text\":\"at once\"}",
                COMPLETED);

        assertThat(response.message().parts())
                .containsExactly(new Part.Thinking("One and\n\ntwo\n\nIn full\n\nat once", null));
    }

    @Test
    void waitsForEncryptedContentUntilTheReplysEnd() {
        String bare =
                "{\"type\":\"reasoning\",\"id\":\"rs\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"Hm\"}]}";
        String full = bare.replace("\"id\"", "\"encrypted_content\":\"x\",\"id\"");

        ChatResponse response = read(CREATED, item("done", 0, bare), completed(full));

        assertThat(response.message().parts().getFirst()).isInstanceOfSatisfying(Part.Thinking.class, thinking -> {
            assertThat(thinking.thinking()).isEqualTo("Hm");
            assertThat(thinking.providerData()).isNotNull();
        });
    }

    @Test
    void givesThinkingWithoutEncryptedContentNothingToSendBack() {
        ChatResponse response = read(
                CREATED,
                delta("reasoning_summary_text", 0, "Hm"),
                item("done", 0, "{\"type\":\"reasoning\",\"id\":\"rs\",\"encrypted_content\":null,\"summary\":[]}"),
                COMPLETED);

        assertThat(response.message().parts()).containsExactly(new Part.Thinking("Hm", null));
    }

    @Test
    void remembersThePhaseOfAMessage() {
        ChatResponse response = read(
                CREATED,
                item("added", 0, "{\"type\":\"message\",\"phase\":\"commentary\",\"content\":[]}"),
                delta("output_text", 0, "Hello"),
                item("done", 0, MESSAGE_DONE),
                COMPLETED);

        assertThat(response.message().parts())
                .containsExactly(new Part.Text(
                        "Hello", new ProviderData("openai", Json.object().put("phase", "commentary"))));
    }
}
