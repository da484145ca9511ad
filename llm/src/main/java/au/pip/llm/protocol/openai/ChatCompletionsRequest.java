package au.pip.llm.protocol.openai;

import au.pip.llm.ChatOptions;
import au.pip.llm.Effort;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.PromptCache;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.openai.ChatDialect.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Renders one request. Servers cache the beginnings of prompts by themselves, or not; there is nothing to mark. */
final class ChatCompletionsRequest {
    private final ChatRequest request;
    private final ChatDialect dialect;
    private final EffortRule effortRule;
    private final List<Warning> warnings = new ArrayList<>();

    ChatCompletionsRequest(ChatRequest request, ChatDialect dialect) {
        this.request = request;
        this.dialect = dialect;
        this.effortRule = dialect.effortRule(request.model().id());
    }

    Rendered render() {
        ChatOptions options = request.options();
        ObjectNode body = Json.object();
        body.put("model", request.model().id());
        body.put("stream", true);
        if (dialect.has(Trait.COUNTS_WHEN_ASKED)) {
            body.putObject("stream_options").put("include_usage", true);
        }
        if (dialect.has(Trait.STORES_REPLIES)) {
            body.put("store", false);
        }
        renderLimit(body);
        renderTemperature(body);
        renderStop(body);
        boolean tools = !options.tools().isEmpty() && takesTools();
        renderEffort(body, options.effort(), tools);
        if (tools) {
            renderTools(body);
        }
        if (options.outputSchema() != null) {
            renderSchema(body, options.outputSchema());
        }
        warnOfCache(options.promptCache());
        body.set("messages", new ChatCompletionsMessages(request, dialect, warnings).render());
        return new Rendered("/v1/chat/completions", body, warnings);
    }

    /** @param text with {@code %s} for the model */
    private void warn(String subject, String text) {
        warnings.add(new Warning(subject, text.formatted(request.model().id())));
    }

    private void warnOfCache(PromptCache asked) {
        if (asked != PromptCache.OFF && !dialect.has(Trait.KEEPS_BEGINNINGS)) {
            warn("promptCache", "Whether %s keeps the beginning of a prompt is up to its server: it was not told to.");
        } else if (asked == PromptCache.ONE_HOUR) {
            warn("promptCache", "How long %s keeps the beginning of a prompt cannot be chosen: its own time was used.");
        }
    }

    private void renderLimit(ObjectNode body) {
        Integer asked = request.options().maxOutputTokens();
        if (asked == null) {
            return;
        }
        int most = request.model().maxOutputTokens();
        if (most > 0 && asked > most) {
            warn("maxOutputTokens", "%s gives at most " + most + " tokens, not " + asked + ".");
        }
        String field = dialect.has(Trait.LIMITS_COMPLETION) ? "max_completion_tokens" : "max_tokens";
        body.put(field, most > 0 ? Math.min(asked, most) : asked);
    }

    private void renderTemperature(ObjectNode body) {
        if (request.options().temperature() == null) {
            return;
        }
        if (request.modelLacks(Capability.TEMPERATURE)) {
            warn("temperature", "%s does not take a temperature: its own was used.");
        } else {
            body.put("temperature", request.options().temperature());
        }
    }

    private void renderStop(ObjectNode body) {
        List<String> sequences = request.options().stopSequences();
        if (sequences.isEmpty()) {
            return;
        }
        if (dialect.has(Trait.THINKERS_REFUSE_STOP) && request.modelCan(Capability.THINKING)) {
            warn("stopSequences", "%s does not take stop sequences: they were left out.");
        } else {
            sequences.forEach(body.putArray("stop")::add);
        }
    }

    private boolean takesTools() {
        if (request.modelLacks(Capability.TOOLS)) {
            warn("tools", "%s cannot use tools, so it was not told of any. Choose a model that can.");
            return false;
        }
        if (request.modelCan(Capability.EFFORT) && effortRule.withTools() == EffortRule.Tools.NEVER) {
            warn(
                    "tools",
                    "%s cannot use tools by Chat Completions, so it was not told of any. Call it by the API 'responses', or choose another model.");
            return false;
        }
        return true;
    }

    private void renderEffort(ObjectNode body, @Nullable Effort asked, boolean tools) {
        if (asked != null && request.modelLacks(Capability.EFFORT)) {
            warn("effort", "How much %s thinks cannot be chosen: its own way was used.");
        } else if (tools
                && request.modelCan(Capability.EFFORT)
                && effortRule.withTools() == EffortRule.Tools.WITH_LEAST) {
            body.put("reasoning_effort", effortRule.word(Effort.NONE));
            if (asked != null && asked != Effort.NONE) {
                warn(
                        "effort",
                        "%s does not think by Chat Completions while it has tools. Call it by the API 'responses' for both.");
            }
        } else if (asked != null && !effortRule.all() && !request.modelCan(Capability.EFFORT)) {
            warn("effort", "It is not known whether %s can be told how much to think: its own way was used.");
        } else if (asked != null) {
            body.put("reasoning_effort", effortRule.word(asked));
            if (effortRule.bends(asked)) {
                warn("effort", "%s only thinks or does not: it was told to think, however much was asked for.");
            }
        }
    }

    private void renderTools(ObjectNode body) {
        ArrayNode tools = body.putArray("tools");
        for (ToolSpec tool : request.options().tools()) {
            ObjectNode function = tools.addObject().put("type", "function").putObject("function");
            function.put("name", tool.name());
            function.put("description", tool.description());
            function.set("parameters", ToolSchema.complete(tool.inputSchema()));
        }
        ToolChoice choice = request.options().toolChoice();
        if (choice != ToolChoice.AUTO) {
            body.put("tool_choice", choice == ToolChoice.REQUIRED ? "required" : "none");
        }
    }

    private void renderSchema(ObjectNode body, OutputSchema output) {
        if (request.modelLacks(Capability.STRUCTURED_OUTPUT)) {
            warn("outputSchema", "%s cannot be held to a schema: the reply may be any text.");
            return;
        }
        if (dialect.has(Trait.JSON_WITHOUT_SCHEMA)) {
            body.putObject("response_format").put("type", "json_object");
            warn("outputSchema", "%s cannot be held to a schema: it was told of it, and to reply with JSON.");
            return;
        }
        ObjectNode schema = body.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", output.name());
        schema.put("strict", StrictSchema.fits(output.schema()));
        schema.set("schema", output.schema());
    }
}
