package au.pip.llm.price;

import au.pip.llm.ModelInfo;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the file format that {@code prices.json} beside this class explains and shows. */
final class PriceFile {
    private static final Set<String> MODEL_FIELDS = Set.of(
            "provider",
            "model",
            "contextTokens",
            "maxOutputTokens",
            "capabilities",
            "prices",
            "legacy",
            "free",
            "source",
            "note");
    private static final Set<String> PRICE_FIELDS =
            Set.of("from", "input", "output", "cacheRead", "cacheWrite5m", "cacheWrite1h", "tiers");
    private static final Set<String> TIER_FIELDS =
            Set.of("above", "input", "output", "cacheRead", "cacheWrite5m", "cacheWrite1h");

    private final String version;
    private final JsonNode cacheMultipliers;

    private PriceFile(JsonNode root) {
        JsonNode own = root.path("version");
        if (own.isMissingNode() || own.isNull() || own.isContainer()) {
            throw new IllegalArgumentException(
                    "the file lacks 'version', your own name for these prices, such as \"2026-11-27\", which each cost then bears");
        }
        this.version = own.asString();
        this.cacheMultipliers = root.path("cacheMultipliers");
    }

    /** @throws IllegalArgumentException when the content is not such a file; the message names the row and the field */
    static List<ModelRow> parse(byte[] content) {
        try {
            JsonNode root = Json.MAPPER.readTree(content);
            PriceFile file = new PriceFile(root);
            List<ModelRow> rows = new ArrayList<>();
            for (JsonNode model : required(root, "models", "the file")) {
                rows.add(file.parseModel(model));
            }
            return rows;
        } catch (JacksonException notJson) {
            int line = notJson.getLocation() == null ? 0 : notJson.getLocation().getLineNr();
            throw new IllegalArgumentException("line " + line + " is not JSON");
        }
    }

    private ModelRow parseModel(JsonNode node) {
        String provider = required(node, "provider", "a model").asString();
        String model = required(node, "model", "a model of " + provider).asString();
        String name = provider + "/" + model;
        refuseUnknown(node, MODEL_FIELDS, name);
        boolean free = node.path("free").asBoolean(false);
        List<DatedPrice> prices = new ArrayList<>();
        if (!free) {
            for (JsonNode price : required(node, "prices", name)) {
                prices.add(parsePrice(provider, price, name));
            }
        }
        prices.sort(Comparator.comparing(DatedPrice::from, Comparator.nullsFirst(Comparator.naturalOrder())));
        ModelInfo info = new ModelInfo(
                model,
                Math.toIntExact(Json.number(node, "contextTokens", 0)),
                Math.toIntExact(Json.number(node, "maxOutputTokens", 0)),
                parseCapabilities(node, name));
        return new ModelRow(provider, info, node.path("legacy").asBoolean(false), free, prices, version);
    }

    private static Set<ModelInfo.Capability> parseCapabilities(JsonNode node, String name) {
        Set<ModelInfo.Capability> capabilities = EnumSet.noneOf(ModelInfo.Capability.class);
        for (JsonNode capability : node.path("capabilities")) {
            try {
                capabilities.add(
                        ModelInfo.Capability.valueOf(capability.asString("").toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(name + " has an unknown capability");
            }
        }
        return capabilities;
    }

    private DatedPrice parsePrice(String provider, JsonNode node, String name) {
        List<DatedPrice.Tier> tiers = new ArrayList<>();
        for (JsonNode tier : node.path("tiers")) {
            refuseUnknown(tier, TIER_FIELDS, "a tier of " + name);
            long above = required(tier, "above", name).asLong();
            tiers.add(new DatedPrice.Tier(above, tier.has("input") ? parseRates(provider, tier, name) : null));
        }
        tiers.sort(Comparator.comparingLong(DatedPrice.Tier::above));
        refuseUnknown(node, PRICE_FIELDS, name);
        return new DatedPrice(parseFrom(node, name), parseRates(provider, node, name), tiers);
    }

    private static @Nullable LocalDate parseFrom(JsonNode node, String name) {
        String from = Json.text(node, "from");
        try {
            return from == null ? null : LocalDate.parse(from);
        } catch (DateTimeParseException notDate) {
            throw new IllegalArgumentException("'from' of " + name + " is not a date such as 2026-10-27");
        }
    }

    private Rates parseRates(String provider, JsonNode node, String name) {
        required(node, "input", name);
        required(node, "output", name);
        BigDecimal input = rate(node, "input", name);
        BigDecimal output = rate(node, "output", name);
        if (input == null || output == null) {
            throw new IllegalArgumentException("'input' and 'output' of " + name + " must be numbers");
        }
        return new Rates(
                input,
                output,
                cacheRate(provider, node, "cacheRead", input, name),
                cacheRate(provider, node, "cacheWrite5m", input, name),
                cacheRate(provider, node, "cacheWrite1h", input, name));
    }

    private @Nullable BigDecimal cacheRate(
            String provider, JsonNode node, String field, BigDecimal input, String name) {
        BigDecimal own = rate(node, field, name);
        if (own != null) {
            return own;
        }
        BigDecimal multiplier = rate(cacheMultipliers.path(provider), field, provider);
        return multiplier == null ? null : input.multiply(multiplier);
    }

    private static @Nullable BigDecimal rate(JsonNode node, String field, String name) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw new IllegalArgumentException("'" + field + "' of " + name + " is not a price");
        }
        return value.decimalValue();
    }

    /** A misspelt field would be a price that is silently not there. */
    private static void refuseUnknown(JsonNode node, Set<String> known, String owner) {
        for (String field : node.propertyNames()) {
            if (!known.contains(field)) {
                throw new IllegalArgumentException(owner + " has an unknown field '" + field + "'");
            }
        }
    }

    private static JsonNode required(JsonNode node, String field, String owner) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(owner + " lacks '" + field + "'");
        }
        return value;
    }
}
