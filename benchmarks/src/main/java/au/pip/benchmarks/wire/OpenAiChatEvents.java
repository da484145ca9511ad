package au.pip.benchmarks.wire;

import static au.pip.benchmarks.wire.Events.data;
import static au.pip.benchmarks.wire.Events.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Chat Completions with {@code include_usage}: usage comes in a last chunk without choices. Input includes the cache's. */
final class OpenAiChatEvents {
    private final Script script;

    OpenAiChatEvents(Script script) {
        this.script = script;
    }

    ScriptedEvents render() {
        return new ScriptedEvents(
                List.of(choice("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null")),
                IntStream.range(0, script.chunks())
                        .mapToObj(index -> choice("{\"content\":" + quoted(script.piece(index)) + "}", "null"))
                        .toList(),
                closing());
    }

    private List<byte[]> closing() {
        List<byte[]> events = new ArrayList<>();
        events.add(choice("""
                {"tool_calls":[{"index":0,"id":"call_benchmark","type":"function",\
                "function":{"name":"%s","arguments":""}}]}""".formatted(script.toolName()), "null"));
        for (String fragment : script.toolFragments()) {
            events.add(choice("""
                    {"tool_calls":[{"index":0,"function":{"arguments":%s}}]}""".formatted(quoted(fragment)), "null"));
        }
        events.add(choice("{}", "\"tool_calls\""));
        Tokens tokens = script.tokens();
        events.add(chunk("[]", """
                {"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,\
                "prompt_tokens_details":{"cached_tokens":%d,"audio_tokens":0},\
                "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,\
                "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}""".formatted(
                        tokens.input(), tokens.output(), tokens.input() + tokens.output(), tokens.cacheRead())));
        events.add(data("[DONE]"));
        return events;
    }

    private static byte[] choice(String delta, String finishReason) {
        return chunk("""
                [{"index":0,"delta":%s,"logprobs":null,"finish_reason":%s}]""".formatted(delta, finishReason), "null");
    }

    private static byte[] chunk(String choices, String usage) {
        return data("""
                {"id":"chatcmpl-benchmark","object":"chat.completion.chunk","created":1795392000,"model":"%s",\
                "service_tier":"default","system_fingerprint":"fp_benchmark","choices":%s,"usage":%s}""".formatted(Protocol.OPENAI_CHAT.model(), choices, usage));
    }
}
