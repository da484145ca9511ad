package au.pip.benchmarks.tokens;

import au.pip.evaluation.tokens.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What requests cost at the reference prices, those of claude-3-5-haiku-20241022: US$0.80 a million tokens in, 4.00 out;
 * 1.25 times the first for what the provider is to keep, a tenth of it for what it kept.
 *
 * @param fresh tokens in at the usual price
 * @param written tokens in that the provider keeps
 * @param read tokens in that it had kept
 */
record Spending(int fresh, int written, int read, int output) {
    private static final long FRESH = 800;
    private static final long WRITTEN = 1_000;
    private static final long READ = 80;
    private static final long OUTPUT = 4_000;
    private static final double NANODOLLARS = 1e9;
    /** A shorter beginning that model's provider does not keep. */
    static final int SHORTEST_KEPT = 2_048;

    private static final Spending NONE = new Spending(0, 0, 0, 0);

    /** @param output tokens of all replies */
    static Spending unkept(Tokens tokens, List<Prompt> prompts, int output) {
        return new Spending(prompts.stream().mapToInt(tokens::of).sum(), 0, 0, output);
    }

    /**
     * The same when each request finds what those before it left: the provider keeps what ends at a mark, and Pip marks
     * the end of the tools, of the system prompt and of the last message.
     */
    static Spending kept(Tokens tokens, List<Prompt> prompts, int output) {
        Spending all = NONE;
        List<String> kept = new ArrayList<>();
        for (Prompt prompt : prompts) {
            List<String> parts = prompt.parts();
            String whole = prompt.whole();
            int found = kept.stream()
                    .filter(whole::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            int total = tokens.of(parts);
            int read = tokens.of(beginning(parts, found));
            all = total < SHORTEST_KEPT
                    ? all.plus(new Spending(total, 0, 0, 0))
                    : all.plus(new Spending(0, total - read, read, 0));
            for (int end : List.of(prompt.tools().size(), prompt.tools().size() + 1, parts.size())) {
                if (tokens.of(parts.subList(0, end)) >= SHORTEST_KEPT) {
                    kept.add(String.join("", parts.subList(0, end)));
                }
            }
        }
        return all.plus(new Spending(0, 0, 0, output));
    }

    private static List<String> beginning(List<String> parts, int characters) {
        int left = characters;
        int count = 0;
        while (left > 0) {
            left -= parts.get(count++).length();
        }
        return parts.subList(0, count);
    }

    private Spending plus(Spending other) {
        return new Spending(fresh + other.fresh, written + other.written, read + other.read, output + other.output);
    }

    double dollars() {
        return (fresh * FRESH + written * WRITTEN + read * READ + output * OUTPUT) / NANODOLLARS;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "$%.4f", dollars());
    }
}
