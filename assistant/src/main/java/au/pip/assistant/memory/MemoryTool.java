package au.pip.assistant.memory;

import au.pip.agent.Tool;
import au.pip.agent.ToolGroup;
import au.pip.agent.ToolResult;
import au.pip.assistant.AccountId;
import au.pip.assistant.books.FactTable;
import au.pip.llm.ToolSpec;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a model keeps something in mind for the person, in one run. Only what the person's own message of this run asks
 * for, in its own words, is kept or forgotten at once; anything else becomes a suggestion, which the person has to keep
 * and which no model is told of until then.
 */
public final class MemoryTool implements Tool {
    /** The tool's name. */
    public static final String NAME = "memory";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORDS = Pattern.compile(
            "(?i)remember|keep in mind|forget|\\bnote (?:that|down)|make a note|from now on|in future|call me|my name"
                    + "|know about me|correction|no longer|not any ?more");
    private static final ToolSpec SPEC = written();

    private final Memories memories;
    private final AccountId account;
    private final @Nullable String organisationId;
    private final OwnWords said;

    /**
     * @param organisationId Xero's id of the organisation that is spoken of; null when there is none
     * @param message what the person said in this run
     */
    public MemoryTool(Memories memories, AccountId account, @Nullable String organisationId, String message) {
        this.memories = memories;
        this.account = account;
        this.organisationId = organisationId;
        this.said = new OwnWords(message);
    }

    /** The tools for what is kept in mind. */
    public ToolGroup group() {
        return new ToolGroup("memory", "what the person wants kept in mind", WORDS, List.of(this));
    }

    private static ToolSpec written() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        var actions = properties.putObject("action").put("type", "string").putArray("enum");
        Stream.of("list", "remember", "forget").forEach(actions::add);
        text(properties, "about", "who or what");
        text(properties, "says", "what is so of it, in the person's words");
        text(properties, "other", "who or what it is related to");
        text(properties, "instead_of", "id of what it corrects");
        text(properties, "id", "what to forget");
        properties.putObject("everywhere").put("type", "boolean").put("description", "not only this organisation");
        schema.putArray("required").add("action");
        return new ToolSpec(NAME, "Keeps, lists or forgets what the person asks you to keep in mind.", schema);
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    /** It changes nothing in the books, and keeps nothing that the person did not say. */
    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public String label(JsonNode arguments) {
        return switch (arguments.path("action").asString("")) {
            case "remember" -> "Making a note";
            case "forget" -> "Looking through the notes to forget one";
            default -> "Looking through what is kept in mind";
        };
    }

    @Override
    public ToolResult run(JsonNode arguments) {
        try {
            return switch (arguments.path("action").asString("")) {
                case "list" -> list();
                case "remember" -> remember(arguments);
                case "forget" -> forget(arguments.path("id").asString(""));
                default -> ToolResult.failure("The argument 'action' is one of list, remember, forget.");
            };
        } catch (MemoryException e) {
            return ToolResult.failure(FactTable.line(String.valueOf(e.getMessage())));
        }
    }

    private ToolResult list() {
        List<Remembered> kept = memories.of(account).items().stream()
                .filter(Remembered::kept)
                .filter(each -> each.organisationId() == null || Objects.equals(each.organisationId(), organisationId))
                .toList();
        String rows = kept.stream()
                .map(each -> each.id() + " | " + FactTable.line(each.sentence()))
                .collect(Collectors.joining("\n"));
        return ToolResult.of(
                kept.isEmpty() ? "Nothing is kept in mind." : "id | kept in mind\n" + rows,
                kept.size() == 1 ? "1 thing kept in mind" : kept.size() + " things kept in mind");
    }

    private ToolResult remember(JsonNode arguments) {
        String about = arguments.path("about").asString("the business");
        String says = arguments.path("says").asString("");
        String other = arguments.path("other").asString("");
        String instead = arguments.path("instead_of").asString("");
        boolean own = said.askToRemember() && said.hold(List.of(about, says, other));
        if (own && !instead.isBlank()) {
            memories.correct(account, instead, about, says, other);
            return ToolResult.of("Corrected.", "Corrected a note");
        }
        String scope = arguments.path("everywhere").asBoolean(false) ? null : organisationId;
        memories.add(account, scope, about, says, other, own);
        return own
                ? ToolResult.of("Kept in mind. The person can see and delete it: ./pip memory.", "Made a note")
                : ToolResult.of(
                        "Suggested. These are not the person's own words of this message, so it counts only when they"
                                + " keep it: ./pip memory, or at the top of the page. Say so.",
                        "Suggested a note, for you to keep or not");
    }

    private ToolResult forget(String id) {
        Remembered item = memories.of(account).find(id);
        if (said.askToForget() && OwnWords.shared(item.sentence(), said.message()) > 0) {
            memories.forget(account, id);
            return ToolResult.of("Forgotten.", "Forgot a note");
        }
        return ToolResult.failure("The person did not ask for this in this message. They can delete it themselves:"
                + " ./pip memory forget, or at the top of the page.");
    }
}
