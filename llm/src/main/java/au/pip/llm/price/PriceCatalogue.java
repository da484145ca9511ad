package au.pip.llm.price;

import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.ModelInfo;
import au.pip.llm.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The known models, what they can do and what they cost. Immutable. */
public final class PriceCatalogue {
    /** How Anthropic and OpenAI name the snapshots of one model. One with a price of its own has a row of its own. */
    private static final Pattern SNAPSHOT = Pattern.compile("-(\\d{8}|\\d{4}-\\d{2}-\\d{2})$");

    private static final class Standard {
        static final PriceCatalogue INSTANCE = load();

        private static PriceCatalogue load() {
            try (InputStream content = PriceCatalogue.class.getResourceAsStream("prices.json")) {
                if (content == null) {
                    throw new IllegalStateException("prices.json is missing from the jar");
                }
                return new PriceCatalogue(Map.of(), PriceFile.parse(content.readAllBytes()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private final Map<ModelRow.Key, ModelRow> rows;

    private PriceCatalogue(Map<ModelRow.Key, ModelRow> base, List<ModelRow> added) {
        this.rows = new LinkedHashMap<>(base);
        added.forEach(row -> rows.merge(row.key(), row, (known, own) -> own.orElse(known)));
    }

    /** The prices that came with this version. */
    public static PriceCatalogue standard() {
        return Standard.INSTANCE;
    }

    /**
     * This catalogue with a file's prices instead of its own for the same models, and with the file's further models.
     * What a row of the file does not say of a model (window, limit, capabilities) stays as it is known here.
     *
     * @throws LlmException.Configuration when the file cannot be read or is not in the catalogue's format
     */
    public PriceCatalogue withOverrides(Path file) {
        try {
            return new PriceCatalogue(rows, PriceFile.parse(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new LlmException.Configuration("The price file " + file + " cannot be read.", "");
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            throw new LlmException.Configuration(
                    "The price file %s is not usable: %s. Compare it with prices.json of this version."
                            .formatted(file, malformed.getMessage()),
                    "");
        }
    }

    /**
     * What a reply costs at the prices of a day.
     *
     * @return null when the price of the model, or of a kind of token that was used, is not known; never a guess
     */
    public @Nullable Cost cost(String provider, String model, Usage usage, LocalDate date) {
        ModelRow row = find(provider, model);
        if (row == null) {
            return null;
        }
        if (row.free()) {
            return new Cost(BigDecimal.ZERO, "local");
        }
        DatedPrice price = priceOn(row, date);
        Rates rates = price == null ? null : price.ratesFor(usage.input());
        BigDecimal usd = rates == null ? null : rates.cost(usage);
        return usd == null || price == null ? null : new Cost(usd, version(row, price));
    }

    private static @Nullable DatedPrice priceOn(ModelRow row, LocalDate date) {
        DatedPrice price = null;
        for (DatedPrice candidate : row.prices()) {
            price = candidate.countsOn(date) ? candidate : price;
        }
        return price;
    }

    /**
     * The most, in US dollars, that so many tokens cost: all input at the dearest rate there is for it.
     *
     * @param output 0 when the reply has no known limit: then only free models have an answer
     * @return null when not known
     */
    public @Nullable BigDecimal most(String provider, String model, long input, long output, LocalDate date) {
        ModelRow row = find(provider, model);
        if (row == null || row.free()) {
            return row == null ? null : BigDecimal.ZERO;
        }
        DatedPrice price = priceOn(row, date);
        return price == null || output == 0 ? null : price.most(input, output);
    }

    /** Whether a model costs nothing, however much it is used. */
    public boolean free(String provider, String model) {
        ModelRow row = find(provider, model);
        return row != null && row.free();
    }

    private static String version(ModelRow row, DatedPrice price) {
        String since = price.from() == null ? "" : " from " + price.from();
        return row.version() + " " + row.provider() + "/" + row.info().id() + since;
    }

    /** The models that a provider offers now. */
    public List<ModelInfo> models(String provider) {
        return rows.values().stream()
                .filter(row -> row.provider().equals(provider) && !row.legacy())
                .map(ModelRow::info)
                .filter(info -> !info.id().equals(ModelRow.ANY))
                .toList();
    }

    /** What is known of a model, legacy ones included; null when nothing is. It bears the name it was asked by. */
    public @Nullable ModelInfo model(String provider, String model) {
        ModelRow row = find(provider, model);
        if (row == null || row.info().id().equals(ModelRow.ANY)) {
            return null;
        }
        ModelInfo info = row.info();
        return new ModelInfo(model, info.contextTokens(), info.maxOutputTokens(), info.capabilities());
    }

    /** By name, then a snapshot by its model's name, then a model by its snapshot's name, then the provider's any. */
    private @Nullable ModelRow find(String provider, String model) {
        ModelRow exact = rows.get(new ModelRow.Key(provider, model));
        if (exact != null) {
            return exact;
        }
        ModelRow undated = rows.get(new ModelRow.Key(provider, withoutDate(model)));
        if (undated != null) {
            return undated;
        }
        for (ModelRow row : rows.values()) {
            String id = row.info().id();
            if (row.provider().equals(provider)
                    && !id.equals(withoutDate(id))
                    && withoutDate(id).equals(withoutDate(model))) {
                return row;
            }
        }
        ModelRow any = rows.get(new ModelRow.Key(provider, ModelRow.ANY));
        return any != null && any.free() && runsElsewhere(model) ? null : any;
    }

    /** Ollama's tag for models that its own service runs, for money. */
    private static boolean runsElsewhere(String model) {
        return model.endsWith("-cloud") || model.endsWith(":cloud");
    }

    private static String withoutDate(String model) {
        return SNAPSHOT.matcher(model).replaceFirst("");
    }
}
