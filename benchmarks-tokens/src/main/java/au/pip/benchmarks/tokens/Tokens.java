package au.pip.benchmarks.tokens;

import au.pip.evaluation.tokens.Prompt;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts with {@code o200k_base}, the tokeniser of several of OpenAI's models: Anthropic publishes none of its own. */
final class Tokens {
    private final Encoding encoding = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private final Map<String, Integer> counted = new HashMap<>();

    int of(String text) {
        return counted.computeIfAbsent(text, encoding::countTokensOrdinary);
    }

    /** Of all parts, each counted for itself. */
    int of(List<String> parts) {
        return parts.stream().mapToInt(this::of).sum();
    }

    int of(Prompt prompt) {
        return of(prompt.parts());
    }
}
