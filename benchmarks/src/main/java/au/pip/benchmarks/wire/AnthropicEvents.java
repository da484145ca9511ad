package au.pip.benchmarks.wire;

import static au.pip.benchmarks.wire.Events.named;
import static au.pip.benchmarks.wire.Events.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The Messages API: a text block, a tool block, and cumulative usage. Input is counted without what the cache gave. */
final class AnthropicEvents {
    private final Script script;

    AnthropicEvents(Script script) {
        this.script = script;
    }

    ScriptedEvents render() {
        return new ScriptedEvents(opening(), text(), closing());
    }

    private List<byte[]> opening() {
        return List.of(
                named("message_start", """
                        {"type":"message_start","message":{"model":"%s","id":"msg_01Benchmark","type":"message",\
                        "role":"assistant","content":[],"stop_reason":null,"stop_sequence":null,"usage":%s}}""".formatted(Protocol.ANTHROPIC.model(), usage(2))),
                named(
                        "content_block_start",
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"),
                named("ping", "{\"type\": \"ping\"}"));
    }

    private List<byte[]> text() {
        return IntStream.range(0, script.chunks())
                .mapToObj(index -> named("content_block_delta", """
                        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":%s}}""".formatted(quoted(script.piece(index)))))
                .toList();
    }

    private List<byte[]> closing() {
        List<byte[]> events = new ArrayList<>();
        events.add(named("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"));
        events.add(named("content_block_start", """
                {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_01Benchmark",\
                "name":"%s","input":{}}}""".formatted(script.toolName())));
        for (String fragment : script.toolFragments()) {
            events.add(named("content_block_delta", """
                    {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":%s}}""".formatted(quoted(fragment))));
        }
        events.add(named("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":1}"));
        events.add(named("message_delta", """
                {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":%s}""".formatted(usage(script.tokens().output()))));
        events.add(named("message_stop", "{\"type\":\"message_stop\"}"));
        return events;
    }

    private String usage(long output) {
        Tokens tokens = script.tokens();
        return """
                {"input_tokens":%d,"cache_creation_input_tokens":0,"cache_read_input_tokens":%d,"output_tokens":%d}""".formatted(tokens.input() - tokens.cacheRead(), tokens.cacheRead(), output);
    }
}
