package au.pip.assistant.store.spi;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The holds of a reservation as one text: a JSON array of objects. */
public final class HoldsText {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private HoldsText() {}

    public static String written(List<Hold> holds) {
        ArrayNode all = MAPPER.createArrayNode();
        for (Hold hold : holds) {
            all.addObject()
                    .put("owner", hold.owner().value())
                    .put("budget", hold.budget())
                    .put("unit", hold.unit().name())
                    .put("amount", hold.amount())
                    .put("limit", hold.limit());
        }
        return MAPPER.writeValueAsString(all);
    }

    public static List<Hold> read(String text) {
        return MAPPER.readTree(text).valueStream().map(HoldsText::hold).toList();
    }

    private static Hold hold(JsonNode hold) {
        return new Hold(
                new AccountId(hold.get("owner").asString()),
                hold.get("budget").asString(),
                Unit.valueOf(hold.get("unit").asString()),
                hold.get("amount").asLong(),
                hold.get("limit").asLong());
    }
}
