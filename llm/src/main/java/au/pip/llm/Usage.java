package au.pip.llm;

/**
 * Tokens in disjoint buckets, whatever the provider's own way of counting: their sum is what was processed.
 *
 * @param freshInput input read in full, neither from nor into a cache
 * @param cacheRead input read from a cache
 * @param cacheWrite5m input written into a cache for five minutes
 * @param cacheWrite1h input written into a cache for an hour
 * @param output all output, reasoning included
 * @param reasoning the part of {@code output} that was reasoning
 */
public record Usage(
        long freshInput, long cacheRead, long cacheWrite5m, long cacheWrite1h, long output, long reasoning) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

    public static Usage of(long freshInput, long output) {
        return new Usage(freshInput, 0, 0, 0, output, 0);
    }

    public long input() {
        return freshInput + cacheRead + cacheWrite5m + cacheWrite1h;
    }

    public long total() {
        return input() + output;
    }

    public Usage plus(Usage other) {
        return new Usage(
                freshInput + other.freshInput,
                cacheRead + other.cacheRead,
                cacheWrite5m + other.cacheWrite5m,
                cacheWrite1h + other.cacheWrite1h,
                output + other.output,
                reasoning + other.reasoning);
    }
}
