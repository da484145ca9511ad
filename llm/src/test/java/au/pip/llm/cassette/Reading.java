package au.pip.llm.cassette;

import au.pip.llm.ChatResponse;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What our reader made of an answer, as JSON for a person to review and for later versions to be held to. */
final class Reading {
    private Reading() {}

    static ObjectNode of(ChatResponse response) {
        ObjectNode reading = Json.object();
        reading.put("model", response.model());
        ArrayNode parts = reading.putArray("parts");
        response.message().parts().forEach(part -> write(part, parts.addObject()));
        reading.put("stop", response.stopReason().name());
        write(response.usage(), reading.putObject("usage"));
        Cost cost = response.cost();
        reading.put("usd", cost == null ? null : cost.usd().toPlainString());
        ArrayNode warnings = reading.putArray("warnings");
        response.warnings().forEach(warning -> warnings.add(warning.subject()));
        reading.put("requestId", response.requestId());
        return reading;
    }

    private static void write(Part part, ObjectNode node) {
        switch (part) {
            case Part.Text text -> write(node.put("text", text.text()), text.providerData());
            case Part.Thinking thinking -> write(node.put("thinking", thinking.thinking()), thinking.providerData());
            case Part.ToolCall call -> {
                node.put("call", call.toolName()).put("id", call.callId());
                node.set("arguments", call.arguments());
                write(node, call.providerData());
            }
            case Part.ToolResult result -> node.put("result", result.content());
            case Part.Image image -> node.put("image", image.mediaType());
            case Part.Document document -> node.put("document", document.mediaType());
        }
    }

    private static void write(ObjectNode node, @Nullable ProviderData data) {
        if (data != null) {
            node.set("providerData", data.data());
        }
    }

    private static void write(Usage usage, ObjectNode node) {
        node.put("freshInput", usage.freshInput());
        node.put("cacheRead", usage.cacheRead());
        node.put("cacheWrite5m", usage.cacheWrite5m());
        node.put("cacheWrite1h", usage.cacheWrite1h());
        node.put("output", usage.output());
        node.put("reasoning", usage.reasoning());
    }

    static ObjectNode of(LlmException failure) {
        ObjectNode reading = Json.object();
        reading.put("failure", failure.getClass().getSimpleName());
        reading.put("status", failure.origin().status());
        reading.put("retryable", failure.retryable());
        if (failure instanceof LlmException.InvalidRequest invalid) {
            reading.put("field", invalid.field());
        }
        reading.put("requestId", failure.origin().requestId());
        return reading;
    }
}
