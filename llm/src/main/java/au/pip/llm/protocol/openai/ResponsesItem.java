package au.pip.llm.protocol.openai;

import au.pip.llm.json.Json;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An item of a reply while it grows: what of it has been given on. */
final class ResponsesItem {
    enum Kind {
        MESSAGE,
        REASONING,
        CALL,
        /** What happens at the provider, such as its own search. */
        OTHER;

        static Kind of(JsonNode item) {
            String type = Json.text(item, "type");
            return switch (type == null ? "" : type) {
                case "message" -> MESSAGE;
                case "reasoning" -> REASONING;
                case "function_call" -> CALL;
                default -> OTHER;
            };
        }
    }

    /** Of one item. */
    static final int MOST_PARTS = 1000;

    final Kind kind;
    private final int firstIndex;
    /** The places in the item of which text has come. */
    final BitSet begun = new BitSet();

    int latestPlace = -1;

    @Nullable
    String phase;

    /** A call's id and name are known. */
    boolean named;

    boolean done;

    /** @param number of the item in its reply */
    ResponsesItem(Kind kind, int number) {
        this.kind = kind;
        this.firstIndex = number * MOST_PARTS;
    }

    /** The reply's index for a place of this item; thinking and calls are one part whatever their places. */
    int index(int place) {
        return firstIndex + (kind == Kind.MESSAGE ? Math.clamp(place, 0, MOST_PARTS - 1) : 0);
    }
}
