package au.pip.llm.protocol;

import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a conversation one that every wire takes, however it came about: each tool call has an id of its own, a name of
 * letters, digits, {@code _} and {@code -}, and exactly one result, which stands in a tool message right behind it. Wires
 * refuse all else, yet a stop leaves calls without results, a shortened conversation results without calls, some servers
 * number the calls of each turn from 0, and models call tools by names that no tool can have.
 *
 * <p>A missing result is said to be missing, a result without its call becomes a user's text; thinking that is not this
 * provider's own, and then messages that say nothing, are left out. A message is changed by what stands before it and by
 * its results only, so that a conversation that grows keeps its beginning, which providers cache.
 */
final class History {
    private static final String NO_RESULT = "There is no result: the conversation went on before it came.";

    /** A call and, once it is found, its result. */
    private static final class Call {
        final int message;
        final String givenId;
        final Part.ToolCall part;

        Part.@Nullable ToolResult result;

        Call(int message, String givenId, Part.ToolCall part) {
            this.message = message;
            this.givenId = givenId;
            this.part = part;
        }

        Part.ToolResult answer() {
            return result == null
                    ? new Part.ToolResult(part.callId(), part.toolName(), NO_RESULT, true)
                    : new Part.ToolResult(part.callId(), part.toolName(), result.content(), result.failed());
        }
    }

    private final Predicate<@Nullable ProviderData> own;
    private final Set<String> toolNames;
    private final List<Message> messages;
    private final List<List<Call>> calls = new ArrayList<>();
    private final List<Call> open = new ArrayList<>();
    private final Set<String> takenIds = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    private History(Predicate<@Nullable ProviderData> own, Set<String> toolNames, List<Message> messages) {
        this.own = own;
        this.toolNames = toolNames;
        this.messages = messages;
    }

    /**
     * @param own tells the thinking that is kept
     * @param toolNames of the tools that are given, which are kept as they are
     */
    static List<Message> mended(Predicate<@Nullable ProviderData> own, Set<String> toolNames, List<Message> messages) {
        return messages.stream().allMatch(History::isPlain)
                ? List.copyOf(messages)
                : new History(own, toolNames, messages).mend();
    }

    private static boolean isPlain(Message message) {
        return !isEmpty(message.parts())
                && message.parts().stream()
                        .noneMatch(part -> part instanceof Part.ToolCall
                                || part instanceof Part.ToolResult
                                || part instanceof Part.Thinking);
    }

    private static boolean isEmpty(List<Part> parts) {
        return parts.stream()
                .allMatch(part -> part instanceof Part.Text text
                        && text.providerData() == null
                        && text.text().isBlank());
    }

    private List<Message> mend() {
        List<Message> others = new ArrayList<>();
        for (int at = 0; at < messages.size(); at++) {
            calls.add(new ArrayList<>());
            others.add(sort(at, messages.get(at)));
        }
        List<Message> mended = new ArrayList<>();
        for (int at = 0; at < messages.size(); at++) {
            if (!isEmpty(others.get(at).parts())) {
                mended.add(others.get(at));
            }
            if (!calls.get(at).isEmpty()) {
                mended.add(Message.toolResults(
                        calls.get(at).stream().map(Call::answer).toList()));
            }
        }
        return List.copyOf(mended);
    }

    /** Gives calls their ids and results to their calls; answers the message without the results that found one. */
    private Message sort(int at, Message message) {
        List<Part> kept = new ArrayList<>();
        for (Part part : message.parts()) {
            switch (part) {
                case Part.ToolCall call -> {
                    Part.ToolCall own = new Part.ToolCall(
                            ownId(call.callId()), ownName(call.toolName()), call.arguments(), call.providerData());
                    Call waiting = new Call(at, call.callId(), own);
                    calls.get(at).add(waiting);
                    open.add(waiting);
                    kept.add(own);
                }
                case Part.ToolResult result -> {
                    Call call = callOf(result);
                    if (call == null) {
                        kept.add(Part.Text.of("Result of %s: %s".formatted(result.toolName(), result.content())));
                    } else {
                        call.result = result;
                        open.remove(call);
                    }
                }
                case Part.Text other -> kept.add(other);
                case Part.Thinking thinking -> {
                    if (own.test(thinking.providerData())) {
                        kept.add(thinking);
                    }
                }
                case Part.Image other -> kept.add(other);
                case Part.Document other -> kept.add(other);
            }
        }
        return new Message(message.role() == Role.TOOL ? Role.USER : message.role(), kept);
    }

    private String ownId(String givenId) {
        String id = givenId.isBlank() ? "call" : givenId;
        while (!takenIds.add(CallId.safe(id))) {
            id = givenId + "_" + repeats.merge(givenId, 1, Integer::sum);
        }
        return id;
    }

    /** By OpenAI's pattern for {@code function.name}, which is the strictest but for Gemini's first letter. */
    private String ownName(String given) {
        if (toolNames.contains(given)) {
            return given;
        }
        String name = given.isBlank() ? "unnamed" : CallId.safe(given);
        return Character.isLetter(name.charAt(0)) || name.charAt(0) == '_' ? name : CallId.safe("_" + name);
    }

    /** The first that still waits, of the latest message that has such a call. */
    private @Nullable Call callOf(Part.ToolResult result) {
        Call found = null;
        for (int at = open.size() - 1; at >= 0; at--) {
            Call call = open.get(at);
            if (found != null && call.message != found.message) {
                break;
            }
            if (call.givenId.equals(result.callId())) {
                found = call;
            }
        }
        return found;
    }
}
