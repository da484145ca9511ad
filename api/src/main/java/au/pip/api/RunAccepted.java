package au.pip.api;

/** The answer to {@link SendMessage}: the run whose events tell the rest. */
public record RunAccepted(String runId, String conversationId, String messageId) {}
