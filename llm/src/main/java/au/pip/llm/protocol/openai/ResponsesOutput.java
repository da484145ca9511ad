package au.pip.llm.protocol.openai;

import au.pip.llm.ChatEvent;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.CallId;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.openai.ResponsesItem.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of one reply. The same content comes up to four times (deltas, the place's end, the item's end, the reply's
 * end) and not all servers send all of them: the first to bring it counts.
 *
 * <p>Items are found by {@code output_index}, not by id: some gateways give an item another id in each event. Of items
 * of one kind with the same index, as other gateways number them, the latest is meant.
 */
final class ResponsesOutput {
    /** Places of readable reasoning come after those of its summary. */
    private static final int REASONING_TEXT = ResponsesItem.MOST_PARTS;

    private final String provider;
    private final ReplyFold fold;
    private final List<ResponsesItem> items = new ArrayList<>();
    private final Map<Kind, Map<Integer, ResponsesItem>> byOutputIndex = new EnumMap<>(Kind.class);
    private boolean refused;

    ResponsesOutput(String provider, ReplyFold fold) {
        this.provider = provider;
        this.fold = fold;
    }

    /** The model refused in words. */
    boolean refused() {
        return refused;
    }

    void begin(int outputIndex, @Nullable JsonNode item) {
        if (item == null) {
            return;
        }
        ResponsesItem begun = add(outputIndex, Kind.of(item));
        begun.phase = Json.text(item, "phase");
        if (begun.kind == Kind.CALL && Json.text(item, "name") != null) {
            name(begun, item);
        }
    }

    private ResponsesItem add(int outputIndex, Kind kind) {
        ResponsesItem item = new ResponsesItem(kind, items.size());
        items.add(item);
        byOutputIndex.computeIfAbsent(kind, each -> new HashMap<>()).put(outputIndex, item);
        return item;
    }

    private @Nullable ResponsesItem known(int outputIndex, Kind kind) {
        Map<Integer, ResponsesItem> ofKind = byOutputIndex.get(kind);
        return ofKind == null ? null : ofKind.get(outputIndex);
    }

    /** The item of that kind; a new one when its beginning was not told. */
    private ResponsesItem find(int outputIndex, Kind kind) {
        ResponsesItem item = known(outputIndex, kind);
        return item == null ? add(outputIndex, kind) : item;
    }

    private void name(ResponsesItem call, JsonNode item) {
        String id = Json.text(item, "call_id");
        String name = Json.text(item, "name");
        call.named = true;
        fold.accept(new ChatEvent.ToolCallStarted(
                call.index(0), id == null ? CallId.make() : id, name == null ? "" : name));
    }

    void addText(int outputIndex, int place, String text) {
        if (!text.isEmpty()) {
            addText(find(outputIndex, Kind.MESSAGE), place, text);
        }
    }

    void endText(int outputIndex, int place, String whole) {
        if (!whole.isEmpty()) {
            addMissingText(find(outputIndex, Kind.MESSAGE), place, whole);
        }
    }

    private void addMissingText(ResponsesItem message, int place, String whole) {
        if (!message.begun.get(place)) {
            addText(message, place, whole);
        }
    }

    private void addText(ResponsesItem message, int place, String text) {
        message.begun.set(place);
        fold.accept(new ChatEvent.TextDelta(message.index(place), text));
    }

    void addRefusal(int outputIndex, int place, String text) {
        refused = true;
        addText(outputIndex, place, text);
    }

    void endRefusal(int outputIndex, int place, String whole) {
        refused = true;
        endText(outputIndex, place, whole);
    }

    void addSummary(int outputIndex, int place, String text) {
        addThinking(outputIndex, place, text);
    }

    void endSummary(int outputIndex, int place, String whole) {
        endThinking(outputIndex, place, whole);
    }

    void addReasoning(int outputIndex, int place, String text) {
        addThinking(outputIndex, REASONING_TEXT + place, text);
    }

    void endReasoning(int outputIndex, int place, String whole) {
        endThinking(outputIndex, REASONING_TEXT + place, whole);
    }

    private void addThinking(int outputIndex, int place, String text) {
        if (!text.isEmpty()) {
            addThinking(find(outputIndex, Kind.REASONING), place, text);
        }
    }

    private void endThinking(int outputIndex, int place, String whole) {
        if (!whole.isEmpty()) {
            addMissingThinking(find(outputIndex, Kind.REASONING), place, whole);
        }
    }

    private void addMissingThinking(ResponsesItem reasoning, int place, @Nullable String whole) {
        if (whole != null && !reasoning.begun.get(place)) {
            addThinking(reasoning, place, whole);
        }
    }

    /** An item of thinking is one part, so that it can be sent back as one: its places are paragraphs of it. */
    private void addThinking(ResponsesItem reasoning, int place, String text) {
        if (reasoning.latestPlace >= 0 && reasoning.latestPlace != place) {
            fold.accept(new ChatEvent.ThinkingDelta(reasoning.index(0), "\n\n"));
        }
        reasoning.latestPlace = place;
        reasoning.begun.set(place);
        fold.accept(new ChatEvent.ThinkingDelta(reasoning.index(0), text));
    }

    /** Without a name yet they wait for the item's end, which has both. */
    void addArguments(int outputIndex, String fragment) {
        ResponsesItem call = known(outputIndex, Kind.CALL);
        if (call != null && call.named && !fragment.isEmpty()) {
            addArguments(call, fragment);
        }
    }

    void endArguments(int outputIndex, String whole) {
        ResponsesItem call = known(outputIndex, Kind.CALL);
        if (call != null && call.named && !whole.isBlank() && !call.begun.get(0)) {
            addArguments(call, whole);
        }
    }

    private void addArguments(ResponsesItem call, String fragment) {
        call.begun.set(0);
        fold.accept(new ChatEvent.ToolCallDelta(call.index(0), fragment));
    }

    void end(int outputIndex, @Nullable JsonNode item) {
        if (item != null) {
            end(find(outputIndex, Kind.of(item)), item);
        }
    }

    /** The reply's end repeats all items; those of one kind stand in the order in which they came. */
    void endAll(@Nullable JsonNode output) {
        if (output == null || !output.isArray()) {
            return;
        }
        Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
        for (JsonNode node : output) {
            Kind kind = Kind.of(node);
            int number = seen.merge(kind, 1, Integer::sum);
            ResponsesItem item = items.stream()
                    .filter(each -> each.kind == kind)
                    .skip(number - 1L)
                    .findFirst()
                    .orElseGet(() -> add(items.size(), kind));
            end(item, node);
        }
    }

    private void end(ResponsesItem item, JsonNode node) {
        if (item.done) {
            return;
        }
        switch (item.kind) {
            case MESSAGE -> endMessage(item, node);
            case REASONING -> endReasoning(item, node);
            case CALL -> endCall(item, node);
            case OTHER -> {}
        }
    }

    private void endMessage(ResponsesItem message, JsonNode node) {
        int place = 0;
        for (JsonNode part : node.path("content")) {
            String refusal = Json.text(part, "refusal");
            refused |= refusal != null;
            String text = refusal == null ? Json.text(part, "text") : refusal;
            if (text != null) {
                addMissingText(message, place, text);
            }
            place++;
        }
        message.done = true;
        String phase = Json.text(node, "phase") == null ? message.phase : Json.text(node, "phase");
        ProviderData data =
                phase == null ? null : new ProviderData(provider, Json.object().put("phase", phase));
        message.begun.stream().forEach(each -> fold.finishPart(message.index(each), data));
    }

    /** Without its encrypted content it stays open: some servers add that at the reply's end only. */
    private void endReasoning(ResponsesItem reasoning, JsonNode node) {
        int place = 0;
        for (JsonNode part : node.path("summary")) {
            addMissingThinking(reasoning, place++, Json.text(part, "text"));
        }
        place = REASONING_TEXT;
        for (JsonNode part : node.path("content")) {
            addMissingThinking(reasoning, place++, Json.text(part, "text"));
        }
        if (Json.text(node, "encrypted_content") == null) {
            return;
        }
        reasoning.done = true;
        ProviderData data = new ProviderData(provider, toSendBack(node));
        if (!fold.finishPart(reasoning.index(0), data)) {
            fold.accept(new ChatEvent.PartFinished(reasoning.index(0), new Part.Thinking("", data)));
        }
    }

    /** The fields that an item of thinking has as input; {@code status} is for answers only. */
    private static ObjectNode toSendBack(JsonNode node) {
        ObjectNode item = Json.object().put("type", "reasoning");
        for (String field : List.of("id", "summary", "content", "encrypted_content")) {
            JsonNode value = node.get(field);
            if (value != null && !value.isNull() && !(field.equals("content") && value.isEmpty())) {
                item.set(field, value);
            }
        }
        if (!item.has("summary")) {
            item.putArray("summary");
        }
        return item;
    }

    /** What was cut stays open, and so is never run. */
    private void endCall(ResponsesItem call, JsonNode node) {
        if ("incomplete".equals(Json.text(node, "status"))) {
            return;
        }
        if (!call.named) {
            name(call, node);
        }
        JsonNode arguments = node.path("arguments");
        String whole = arguments.isObject() ? arguments.toString() : arguments.asString("");
        if (!whole.isBlank() && !call.begun.get(0)) {
            addArguments(call, whole);
        }
        call.done = true;
        fold.finishPart(call.index(0), null);
    }
}
