package au.pip.llm.protocol.ollama;

import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ModelDirectory;
import au.pip.llm.protocol.Rendered;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code /api/tags} lists the installed models, {@code /api/show} says what one of them can do. */
final class OllamaDirectory implements ModelDirectory {
    private static final Set<Capability> EVERY_CHAT_MODEL =
            EnumSet.of(Capability.TEMPERATURE, Capability.STRUCTURED_OUTPUT);

    @Override
    public String healthPath() {
        return "/api/version";
    }

    @Override
    public String listPath() {
        return "/api/tags";
    }

    @Override
    public List<String> parseList(JsonNode answer) {
        List<String> names = new ArrayList<>();
        for (JsonNode model : answer.path("models")) {
            String name = Json.text(model, "name");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public Rendered renderLookup(String model) {
        return new Rendered("/api/show", Json.object().put("model", model), List.of());
    }

    /**
     * The context's length is in {@code model_info} under a name that begins with the model's architecture. Servers too
     * old to tell capabilities give an empty set. Levels of thinking are in {@code thinking.values}; servers that do not
     * tell them yet have them for gpt-oss.
     */
    @Override
    public ModelInfo parseLookup(String model, JsonNode answer) {
        JsonNode details = answer.path("model_info");
        String architecture = Json.text(details, "general.architecture");
        long context = architecture == null ? 0 : Json.number(details, architecture + ".context_length", 0);
        return new ModelInfo(model, Math.clamp(context, 0, Integer.MAX_VALUE), 0, capabilities(answer));
    }

    private static Set<Capability> capabilities(JsonNode answer) {
        Set<Capability> known = EnumSet.noneOf(Capability.class);
        for (JsonNode capability : answer.path("capabilities")) {
            switch (capability.asString("")) {
                case "tools" -> known.add(Capability.TOOLS);
                case "vision" -> known.add(Capability.IMAGES);
                case "thinking" -> known.add(Capability.THINKING);
                case "completion" -> known.addAll(EVERY_CHAT_MODEL);
                default -> {}
            }
        }
        if (known.contains(Capability.THINKING) && hasLevels(answer)) {
            known.add(Capability.EFFORT);
        }
        return known;
    }

    private static boolean hasLevels(JsonNode answer) {
        JsonNode values = answer.path("thinking").path("values");
        for (JsonNode value : values) {
            if ("low".equals(value.asString(""))) {
                return true;
            }
        }
        return values.isMissingNode() && "gptoss".equals(Json.text(answer.path("model_info"), "general.architecture"));
    }
}
