package au.pip.llm.protocol.anthropic;

import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much the model is to think. Models of 4.6 and later decide for themselves ({@code adaptive}) and are steered by
 * {@code output_config.effort}; from 4.7 on they answer 400 to a budget. Earlier ones take a budget, of at least 1024
 * tokens and less than {@code max_tokens}. Some cannot be told not to think and take their lowest effort for it. A call
 * cannot be required of a model while it thinks, and a budget not be given in the middle of a loop of calls and results
 * that did not begin with the model's signed thinking ("Expected thinking or redacted_thinking, but found tool_use": such a
 * loop began at another provider, or without thinking). (platform.claude.com: effort, adaptive-thinking,
 * thinking-troubleshooting.)
 *
 * <p>Readable thinking is asked for by {@code display}: models of 4.7 and later else keep it to themselves, and with it
 * what they say between two tool calls.
 */
final class AnthropicThinking {
    private static final int LEAST_BUDGET = 1024;

    private final ChatRequest request;
    private final int maxTokens;
    private final boolean callRequired;
    private final List<Warning> warnings;

    /** @param callRequired whether the request says that a tool must be called */
    AnthropicThinking(ChatRequest request, int maxTokens, boolean callRequired, List<Warning> warnings) {
        this.request = request;
        this.maxTokens = maxTokens;
        this.callRequired = callRequired;
        this.warnings = warnings;
    }

    /** @return whether the model is asked to think, which excludes a temperature */
    boolean render(ObjectNode body) {
        Effort effort = request.options().effort();
        if (request.modelLacks(Capability.THINKING)) {
            if (effort != null && effort != Effort.NONE) {
                warn("%s does not think before it answers: no effort was asked of it.");
            }
            return false;
        }
        return request.modelLacks(Capability.EFFORT) ? renderBudget(body, effort) : renderLevel(body, effort);
    }

    private boolean renderLevel(ObjectNode body, @Nullable Effort effort) {
        boolean always = request.modelCan(Capability.ALWAYS_THINKS);
        boolean off = !always
                && (effort == Effort.NONE || (callRequired && request.model().known()));
        boolean adaptive = effort != null && !off && !callRequired;
        if (off) {
            body.putObject("thinking").put("type", "disabled");
        } else if (adaptive) {
            body.putObject("thinking").put("type", "adaptive").put("display", "summarized");
        }
        if (effort != null && (always || effort != Effort.NONE)) {
            body.withObjectProperty("output_config").put("effort", level(effort));
        }
        return adaptive;
    }

    private static String level(Effort effort) {
        return switch (effort) {
            case NONE, LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }

    private boolean renderBudget(ObjectNode body, @Nullable Effort effort) {
        if (effort == null) {
            return false;
        }
        int budget = Math.min(budget(effort), maxTokens / 2);
        if (effort == Effort.NONE) {
            body.putObject("thinking").put("type", "disabled");
        } else if (callRequired) {
            warn("%s cannot think and be made to call a tool at once: it was not asked to think.");
        } else if (isInLoopWithoutThinking()) {
            warn("%s was not asked to think: it goes on with calls that were made without its thinking.");
        } else if (budget < LEAST_BUDGET) {
            warn("%s was not asked to think, as the limit of the reply leaves no room for it.");
        } else {
            body.putObject("thinking").put("type", "enabled").put("budget_tokens", budget);
            return true;
        }
        return false;
    }

    private boolean isInLoopWithoutThinking() {
        boolean afterCalls = false;
        boolean inTurn = false;
        boolean thought = true;
        for (Message message : request.messages()) {
            if (message.role() != Role.ASSISTANT) {
                inTurn = false;
                continue;
            }
            if (!inTurn) {
                thought = afterCalls ? thought : beginsWithThinking(message);
                afterCalls = false;
            }
            inTurn = true;
            afterCalls |= message.parts().stream().anyMatch(Part.ToolCall.class::isInstance);
        }
        return afterCalls && !thought;
    }

    /** History keeps no thinking but this provider's own; what has no signature cannot be sent back. */
    private boolean beginsWithThinking(Message message) {
        for (Part part : message.parts()) {
            if (part instanceof Part.Thinking thinking) {
                return Json.text(request.own(thinking.providerData()), "signature") != null
                        || "redacted_thinking".equals(Json.text(request.own(thinking.providerData()), "type"));
            }
            if (!(part instanceof Part.Text text && text.text().isBlank())) {
                return false;
            }
        }
        return false;
    }

    private static int budget(Effort effort) {
        return switch (effort) {
            case NONE -> 0;
            case LOW -> 2048;
            case MEDIUM -> 8192;
            case HIGH -> 16_384;
        };
    }

    private void warn(String message) {
        warnings.add(new Warning("effort", message.formatted(request.model().id())));
    }
}
