package au.pip.llm.compose;

import au.pip.llm.Usage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names of OpenTelemetry's semantic conventions for generative AI, so that an adapter only has to carry them over.
 * They are of the semantic conventions 1.41 (status "development"), before they moved to a repository of their own. Input tokens include those from and into caches, as the conventions ask.
 */
public final class GenAi {
    /** Histogram, seconds. */
    public static final String OPERATION_DURATION = "gen_ai.client.operation.duration";
    /** Histogram, tokens, by {@link #TOKEN_TYPE}. */
    public static final String TOKEN_USAGE = "gen_ai.client.token.usage";
    /** Histogram, seconds. */
    public static final String TIME_TO_FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";
    /** Histogram, seconds. */
    public static final String TIME_PER_OUTPUT_CHUNK = "gen_ai.client.operation.time_per_output_chunk";

    public static final String OPERATION_NAME = "gen_ai.operation.name";
    public static final String PROVIDER_NAME = "gen_ai.provider.name";
    public static final String REQUEST_MODEL = "gen_ai.request.model";
    public static final String REQUEST_MAX_TOKENS = "gen_ai.request.max_tokens";
    public static final String RESPONSE_MODEL = "gen_ai.response.model";
    public static final String RESPONSE_ID = "gen_ai.response.id";
    public static final String FINISH_REASONS = "gen_ai.response.finish_reasons";
    public static final String TOKEN_TYPE = "gen_ai.token.type";
    public static final String ERROR_TYPE = "error.type";
    public static final String SERVER_ADDRESS = "server.address";
    public static final String SERVER_PORT = "server.port";
    /** Not of the conventions, which have no name for money: US dollars, as text. */
    public static final String COST_USD = "au.pip.cost_usd";

    private GenAi() {}

    /** The conventions' own word for a provider; any other keeps its name. */
    public static String providerName(String provider) {
        return switch (provider) {
            case "google" -> "gcp.gemini";
            case "grok" -> "x_ai";
            case "mistral" -> "mistral_ai";
            default -> provider;
        };
    }

    /** The class of a failure, as {@link #ERROR_TYPE} wants it: few values, no text. */
    public static String errorType(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** What a reply used: names of attributes to counts. */
    public static Map<String, Long> usage(Usage usage) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("gen_ai.usage.input_tokens", usage.input());
        counts.put("gen_ai.usage.output_tokens", usage.output());
        counts.put("gen_ai.usage.cache_read.input_tokens", usage.cacheRead());
        counts.put("gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite5m() + usage.cacheWrite1h());
        counts.put("gen_ai.usage.reasoning.output_tokens", usage.reasoning());
        return counts;
    }
}
