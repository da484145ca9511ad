package au.pip.llm.protocol.openai;

import au.pip.llm.json.Json;
import au.pip.llm.protocol.ModelDirectory;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code GET /v1/models} lists names, and that is all there is: what a model can do is not told. */
final class OpenAiDirectory implements ModelDirectory {
    static final ModelDirectory INSTANCE = new OpenAiDirectory();

    @Override
    public String healthPath() {
        return "/v1/models";
    }

    /** Some servers answer chats and nothing else. */
    @Override
    public boolean showsLife(int status) {
        return true;
    }

    @Override
    public String listPath() {
        return "/v1/models";
    }

    /** {@code {"data":[{"id"}]}}; a few servers leave the envelope out. */
    @Override
    public List<String> parseList(JsonNode answer) {
        List<String> names = new ArrayList<>();
        for (JsonNode model : answer.isArray() ? answer : answer.path("data")) {
            String name = Json.text(model, "id");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }
}
