package au.pip.benchmarks.wire;

/**
 * What a reply is said to have used.
 *
 * @param input all input, what was read from a cache included
 * @param cacheRead the part of {@code input} that was read from a cache
 * @param output all output
 */
public record Tokens(long input, long cacheRead, long output) {}
