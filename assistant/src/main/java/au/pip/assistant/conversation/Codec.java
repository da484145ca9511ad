package au.pip.assistant.conversation;

import au.pip.ledger.Formula;
import au.pip.ledger.Value;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of stored answers and events. Fields that a later version adds are ignored. */
final class Codec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Value.class, ValueJson.class)
            .addMixIn(Formula.class, FormulaJson.class)
            .build();

    private Codec() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Value.Amount.class, name = "amount"),
        @JsonSubTypes.Type(value = Value.Count.class, name = "count"),
        @JsonSubTypes.Type(value = Value.Percent.class, name = "percent"),
        @JsonSubTypes.Type(value = Value.Ratio.class, name = "ratio"),
        @JsonSubTypes.Type(value = Value.Day.class, name = "day")
    })
    private interface ValueJson {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Formula.Sum.class, name = "sum"),
        @JsonSubTypes.Type(value = Formula.Difference.class, name = "difference"),
        @JsonSubTypes.Type(value = Formula.Percent.class, name = "percent"),
        @JsonSubTypes.Type(value = Formula.Change.class, name = "change"),
        @JsonSubTypes.Type(value = Formula.PercentOf.class, name = "percent_of"),
        @JsonSubTypes.Type(value = Formula.Proportion.class, name = "proportion"),
        @JsonSubTypes.Type(value = Formula.Ratio.class, name = "ratio"),
        @JsonSubTypes.Type(value = Formula.Average.class, name = "average"),
        @JsonSubTypes.Type(value = Formula.Count.class, name = "count"),
        @JsonSubTypes.Type(value = Formula.Scaled.class, name = "scaled"),
        @JsonSubTypes.Type(value = Formula.Less.class, name = "less"),
        @JsonSubTypes.Type(value = Formula.PercentOfAmount.class, name = "percent_of_amount")
    })
    private interface FormulaJson {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Answer readAnswer(String json) {
        return read(json, Answer.class);
    }

    /** The same object with one more field. */
    static String with(String json, String field, boolean value) {
        return write(read(json, ObjectNode.class).put(field, value));
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
