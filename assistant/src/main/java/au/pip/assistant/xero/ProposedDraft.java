package au.pip.assistant.xero;

import au.pip.assistant.Approval;
import au.pip.assistant.Connection;
import au.pip.assistant.drafts.DraftPreview;
import au.pip.xero.Draft;
import au.pip.xero.DraftKind;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draft, for which of an account's connections, and how it is shown: what an approval keeps.
 *
 * @param organisation its name when the draft was proposed
 */
public record ProposedDraft(String connectionId, String organisation, Draft draft, DraftPreview preview) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * JSON with {@code tool}, {@code connection}, {@code organisation}, {@code preview} and, as a text of its own so
     * that it stays as it is, the draft.
     */
    static String text(Connection connection, Draft draft, DraftPreview preview) {
        ObjectNode json = JSON.createObjectNode();
        json.put("tool", draft.kind().tool());
        json.put("connection", connection.id());
        json.put("organisation", connection.organisationName());
        json.put("draft", draft.json());
        json.set("preview", JSON.valueToTree(preview));
        return JSON.writeValueAsString(json);
    }

    /** Empty when the approval is for something else than a draft. */
    public static Optional<ProposedDraft> of(Approval approval) {
        try {
            JsonNode json = JSON.readTree(approval.draft());
            if (!json.path("preview").isObject()) {
                return Optional.empty();
            }
            Optional<DraftKind> kind = DraftKind.ofTool(json.path("tool").asString(""));
            return kind.map(known -> new ProposedDraft(
                    json.path("connection").asString(""),
                    json.path("organisation").asString(""),
                    Draft.read(known, json.path("draft").asString("")),
                    JSON.treeToValue(json.path("preview"), DraftPreview.class)));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
