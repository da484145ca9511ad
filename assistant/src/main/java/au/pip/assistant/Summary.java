package au.pip.assistant;

/**
 * What the model is told of a conversation's beginning in place of its entries, which stay stored whole.
 *
 * @param detail JSON that only {@code assistant} reads
 * @param lastEntryId the last entry it covers
 */
public record Summary(String detail, String lastEntryId) {}
