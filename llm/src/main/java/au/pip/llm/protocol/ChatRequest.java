package au.pip.llm.protocol;

import au.pip.llm.ChatOptions;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a protocol renders.
 *
 * @param provider the name that this provider's {@link ProviderData} bears; all other is foreign and left out
 * @param instance what this provider's data bears besides its name; empty where that does not count
 * @param model the model asked for, with what is known of it
 * @param messages mended where it is needed: each tool call has an id of its own, a name that wires take and its one result
 *     right behind it, no message says nothing, and other providers' thinking is gone
 */
public record ChatRequest(
        String provider, String instance, ModelInfo model, List<Message> messages, ChatOptions options) {
    /** The user's words where a wire wants the user to begin and the model did. */
    public static final String NO_MESSAGE = "(no message)";
    /** The user's words where a wire wants the user to end and the model did; {@link #ASKED_TO_GO_ON} tells of it. */
    public static final String GO_ON = "Go on.";

    public static final Warning ASKED_TO_GO_ON =
            new Warning("messages", "The conversation ended with the model's own words: it was asked to go on.");

    public ChatRequest {
        Set<String> toolNames = options.tools().stream().map(ToolSpec::name).collect(Collectors.toSet());
        messages = History.mended(data -> data != null && data.belongsTo(provider, instance), toolNames, messages);
    }

    public ChatRequest(String provider, ModelInfo model, List<Message> messages, ChatOptions options) {
        this(provider, "", model, messages, options);
    }

    public boolean modelCan(ModelInfo.Capability capability) {
        return model.can(capability);
    }

    /** Known not to; what is not known of a model is left to its provider. */
    public boolean modelLacks(ModelInfo.Capability capability) {
        return model.lacks(capability);
    }

    /** The data, if it is this provider's own; else null. */
    public @Nullable JsonNode own(@Nullable ProviderData data) {
        return data != null && data.belongsTo(provider, instance) ? data.data() : null;
    }

    /** The non-blank texts of all system messages, in order. */
    public List<String> systemTexts() {
        return messages.stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .map(Message::text)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
