package au.pip.assistant;

/** An entry that a search found, and where. */
public record FoundEntry(String conversationId, Entry entry) {}
