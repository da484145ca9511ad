package au.pip.llm.provider;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a model's standard rates, the only ones that a catalogue knows, are what a request is charged at. */
final class StandardRate {
    /** Of OpenAI, Anthropic, Google and Groq; {@code auto} is what a request asks for, and OpenAI's echo of it. */
    private static final Set<String> STANDARD = Set.of("", "default", "standard", "auto", "on_demand", "unspecified");

    private static final List<String> TIERS = List.of("service_tier", "serviceTier");

    /**
     * A place or a speed that costs more (Anthropic), and what is charged by the use besides tokens: tools of the
     * provider's own.
     */
    private static final List<String> DEARER =
            List.of("inference_geo", "speed", "tools", "plugins", "web_search_options", "search_parameters");

    private StandardRate() {}

    /**
     * @param extra the caller's own fields of the request; null for none
     * @param tier the tier that the reply names; null while it names none: then the one asked for counts
     */
    static boolean counts(@Nullable ObjectNode extra, @Nullable String tier) {
        if (extra != null && DEARER.stream().anyMatch(extra::has)) {
            return false;
        }
        return STANDARD.contains((tier == null ? asked(extra) : tier).toLowerCase(Locale.ROOT));
    }

    private static String asked(@Nullable ObjectNode extra) {
        for (String name : TIERS) {
            JsonNode tier = extra == null ? null : extra.get(name);
            if (tier != null && !tier.isNull()) {
                return tier.asString();
            }
        }
        return "";
    }
}
