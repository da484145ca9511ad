package au.pip.api;

/** What Pip keeps in mind about the person and the business: {@code GET} and {@code PUT /api/memory}. */
public record MemoryView(String text) {}
