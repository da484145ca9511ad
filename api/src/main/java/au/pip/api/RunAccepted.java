package au.pip.api;

/**
 * The answer to {@link SendMessage}: the run whose events tell the rest.
 *
 * @param messageId the id of the question among the entries: the message's own, or another when it replaces a question
 */
public record RunAccepted(String runId, String conversationId, String messageId) {}
