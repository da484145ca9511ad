package au.pip.assistant.xero;

import au.pip.assistant.Approval;
import au.pip.assistant.Connection;
import au.pip.xero.Draft;
import au.pip.xero.DraftKind;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A draft, and for which of an account's connections: what an approval keeps. */
public record ProposedDraft(String connectionId, Draft draft) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** JSON with {@code tool}, {@code connection} and, as a text of its own so that it stays as it is, the draft. */
    static String text(Connection connection, Draft draft) {
        ObjectNode json = JSON.createObjectNode();
        json.put("tool", draft.kind().tool());
        json.put("connection", connection.id());
        json.put("organisation", connection.organisationName());
        json.put("draft", draft.json());
        return JSON.writeValueAsString(json);
    }

    /** Empty when the approval is for something else than a draft. */
    static Optional<ProposedDraft> of(Approval approval) {
        try {
            JsonNode json = JSON.readTree(approval.draft());
            Optional<DraftKind> kind = DraftKind.ofTool(json.path("tool").asString(""));
            return kind.map(known -> new ProposedDraft(
                    json.path("connection").asString(""),
                    Draft.read(known, json.path("draft").asString(""))));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
