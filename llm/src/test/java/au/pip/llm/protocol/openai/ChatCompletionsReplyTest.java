package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How text and thinking are read from servers that each have a way of their own. */
class ChatCompletionsReplyTest extends ChatCompletionsChunks {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":null}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[]}",
                "{\"id\":\"c\",\"model\":\"m\"}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[null]}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":null}]}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0}],\"usage\":null}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"tool_calls\":null,\"refusal\":null}}],\"error\":null}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}}]}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"other\"},\"finish_reason\":\"length\",\"index\":2}]}",
                "\"ping\"",
                "[]"
            })
    void readsOverWhatAddsNothing(String odd) {
        ChatResponse response =
                read(odd, delta("{\"content\":\"Hi\"}"), odd, delta("{\"content\":\"!\"}"), end("stop"), odd, DONE);

        assertThat(response.text()).isEqualTo("Hi!");
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
        assertThat(response.model()).isEqualTo("m");
    }

    @Test
    void readsOnlyTheFirstOfSeveralChoices() {
        ChatResponse response = read(
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}},{\"index\":0,\"delta\":{\"content\":\"a\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"c\"}},{\"delta\":{\"content\":\"d\"},\"index\":1}]}",
                end("stop"));

        assertThat(response.text()).isEqualTo("ac");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning_content", "reasoning"})
    void takesEitherFieldForThinking(String field) {
        ChatResponse response = read(
                delta("{\"role\":\"assistant\",\"%s\":\"Two\"}".formatted(field)),
                delta("{\"content\":null,\"%s\":\" and two\"}".formatted(field)),
                delta("{\"content\":\"Four\"}"),
                end("stop"));

        assertThat(response.text()).isEqualTo("Four");
        assertThat(response.message().parts().getFirst())
                .isInstanceOfSatisfying(
                        Part.Thinking.class,
                        thinking -> assertThat(thinking.thinking()).isEqualTo("Two and two"));
    }

    @Test
    void readsThinkingOnceWhereBothFieldsHoldIt() {
        ChatResponse response = read(delta("{\"reasoning\":\"Hm\",\"reasoning_content\":\"Hm\"}"), end("stop"));

        assertThat(((Part.Thinking) response.message().parts().getFirst()).thinking())
                .isEqualTo("Hm");
    }

    // spring-ai #6845, #6520, litellm #20246
    @Test
    void findsThinkingBetweenTagsHoweverTheyAreCut() {
        String text = "\n<think>\nTwo < three, </thin air\n</think>\n\nFour <think>is</think> text";
        for (int size = 1; size <= text.length(); size++) {
            ReplyFold whole = new ReplyFold("custom", "asked", event -> {});
            ReplyReader pieces = new ChatCompletionsReader("custom", ChatDialect.COMPATIBLE, List.of(), whole);
            for (int at = 0; at < text.length(); at += size) {
                String piece = text.substring(at, Math.min(text.length(), at + size));
                byte[] bytes = delta("{\"content\":" + Json.MAPPER.writeValueAsString(piece) + "}")
                        .getBytes(UTF_8);
                pieces.read(null, bytes, 0, bytes.length);
            }
            pieces.read(null, DONE.getBytes(UTF_8), 0, DONE.length());
            List<Part> parts = whole.response(null, Timing.NONE, null).message().parts();
            assertThat(parts)
                    .as("pieces of %d", size)
                    .containsExactly(
                            new Part.Thinking("\nTwo < three, </thin air\n", null),
                            Part.Text.of("Four <think>is</think> text"));
        }
    }

    @Test
    void losesNothingWhenATagNeverEnds() {
        assertThat(read(delta("{\"content\":\"<thi\"}"), end("stop")).text()).isEqualTo("<thi");
        assertThat(events).contains(new ChatEvent.TextDelta(0, "<thi"));
    }

    @Test
    void keepsThinkingThatTheLimitCut() {
        ChatResponse response = read(delta("{\"content\":\"<think>Well, </th\"}"), end("length"));

        assertThat(response.message().parts()).containsExactly(new Part.Thinking("Well, </th", null));
    }

    @Test
    void leavesTagsInTheTextOfOpenAi() {
        reader = reader(ChatDialect.OPENAI);

        assertThat(read(delta("{\"content\":\"<think>x</think>\"}"), end("stop"))
                        .text())
                .isEqualTo("<think>x</think>");
    }

    @Test
    void readsContentThatIsAnArrayOfParts() {
        ChatResponse response = read(
                delta("{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Hm\"}]}]}"),
                delta("{\"content\":[{\"type\":\"text\",\"text\":\"Fo\"},{\"type\":\"text\",\"text\":\"ur\"}]}"),
                end("stop"));

        assertThat(response.text()).isEqualTo("Four");
        assertThat(((Part.Thinking) response.message().parts().getFirst()).thinking())
                .isEqualTo("Hm");
    }

    @Test
    void takesARefusalForOneThoughItEndsAsUsual() {
        ChatResponse response =
                read(delta("{\"refusal\":\"I can\"}"), delta("{\"refusal\":\"not.\"}"), end("stop"), DONE);

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSED);
        assertThat(response.text()).isEqualTo("I cannot.");
    }

    @Test
    void doesNotStartWithAChunkThatSaysNothingYet() {
        feed("{\"id\":\"\",\"model\":\"\",\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0}]}");
        assertThat(events).isEmpty();

        feed(delta("{\"role\":\"assistant\"}"));
        assertThat(events).containsExactly(new ChatEvent.Started("c", "m"));
    }

    @Test
    void understandsAWholeAnswerThatIsNoStream() {
        ChatResponse response = read("""
                {"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,"message":{"role":"assistant",
                 "content":null,"reasoning_content":"Hm","tool_calls":[{"id":"a","type":"function",
                  "function":{"name":"add","arguments":"{\\"x\\":1}"}}]},"finish_reason":"tool_calls"}],
                 "usage":{"prompt_tokens":16,"completion_tokens":10,"total_tokens":26}}""");

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(arguments(response, 0)).isEqualTo("{\"x\":1}");
        assertThat(response.usage()).isEqualTo(Usage.of(16, 10));
    }
}
