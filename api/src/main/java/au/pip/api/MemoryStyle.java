package au.pip.api;

/** How the person likes to be answered: {@code PUT /api/memory/style}; the words are those of {@link MemoryView}. */
public record MemoryStyle(String style) {}
