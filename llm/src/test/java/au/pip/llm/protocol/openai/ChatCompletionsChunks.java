package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Timing;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Feeds the chunks of one reply to its reader, as a server would that ends as HTTP wants. */
abstract class ChatCompletionsChunks {
    static final String DONE = "[DONE]";

    final List<ChatEvent> events = new ArrayList<>();
    final ReplyFold fold = new ReplyFold("custom", "asked", events::add);
    ReplyReader reader = reader(ChatDialect.COMPATIBLE);

    ReplyReader reader(ChatDialect dialect) {
        ChatCompletionsProtocol protocol = new ChatCompletionsProtocol(dialect);
        ChatRequest request = new ChatRequest(
                "custom", new ModelInfo("asked", 0, 0, Set.of()), List.of(Message.user("x")), ChatOptions.defaults());
        return protocol.reader(request, protocol.renderChat(request), fold);
    }

    void feed(String... frames) {
        for (String frame : frames) {
            byte[] bytes = ("pad" + frame).getBytes(UTF_8);
            reader.read(null, bytes, 3, bytes.length - 3);
        }
    }

    /** Frames of a stream that ends as HTTP wants. */
    ChatResponse read(String... frames) {
        feed(frames);
        assertThat(reader.end()).isTrue();
        return fold.response(null, Timing.NONE, null);
    }

    static String delta(String delta) {
        return "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"finish_reason\":null}]}";
    }

    static String calls(String calls) {
        return delta("{\"tool_calls\":[" + calls + "]}");
    }

    static String end(String reason) {
        return "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason
                + "\"}]}";
    }

    static String usage(String usage) {
        return "{\"id\":\"c\",\"model\":\"m\",\"choices\":[],\"usage\":" + usage + "}";
    }

    static String arguments(ChatResponse response, int call) {
        return response.toolCalls().get(call).arguments().toString();
    }
}
