package au.pip.api;

/** Tokens in disjoint buckets; {@code output} includes reasoning. */
public record UsageView(long freshInput, long cacheRead, long cacheWrite, long output) {}
