package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Timing;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reply of the Responses API in the reading. */
abstract class ResponsesReply {
    static final String CREATED = """
            {"type":"response.created","response":{"id":"resp_1","model":"gpt-x-2026-01-02","status":"in_progress",\
            "instructions":"Be brief.","tools":[{"type":"function","name":"t"}],"output":[],"usage":null}}""";
    static final String COMPLETED = completed("");
    static final String MESSAGE_DONE = """
            {"type":"message","id":"m","status":"completed","role":"assistant",\
            "content":[{"type":"output_text","text":"Hello","annotations":[]}]}""";
    static final String CALL_DONE = """
            {"type":"function_call","id":"fc","status":"completed","call_id":"c1","name":"t","arguments":"{\\"a\\":1}"}""";

    final ResponsesProtocol protocol = new ResponsesProtocol(ResponsesDialect.OPENAI);
    final List<ChatEvent> events = new ArrayList<>();
    final ReplyFold fold = new ReplyFold("openai", "gpt-x", events::add);
    final ReplyReader reader = reader();

    private ReplyReader reader() {
        ChatRequest request = new ChatRequest(
                "openai", new ModelInfo("gpt-x", 0, 0, Set.of()), List.of(Message.user("Hi")), ChatOptions.defaults());
        return protocol.reader(request, protocol.renderChat(request), fold);
    }

    void feed(@Nullable String event, String frame) {
        byte[] bytes = frame.getBytes(UTF_8);
        reader.read(event, bytes, 0, bytes.length);
    }

    ChatResponse read(String... frames) {
        for (String frame : frames) {
            assertThat(reader.whole()).isFalse();
            feed(null, frame);
        }
        assertThat(reader.whole()).isTrue();
        return fold.response(null, Timing.NONE, null);
    }

    static String completed(String output) {
        return """
               {"type":"response.completed","response":{"id":"resp_1","model":"gpt-x-2026-01-02",\
               "status":"completed","output":[%s],"usage":null}}""".formatted(output);
    }

    static String item(String state, int outputIndex, String item) {
        return "{\"type\":\"response.output_item.%s\",\"output_index\":%d,\"item\":%s}"
                .formatted(state, outputIndex, item);
    }

    static String delta(String type, int outputIndex, String text) {
        return "{\"type\":\"response.%s.delta\",\"output_index\":%d,\"content_index\":0,\"summary_index\":0,\"delta\":%s}"
                .formatted(type, outputIndex, Json.MAPPER.writeValueAsString(text));
    }
}
