package au.pip.assistant;

import java.time.Instant;

/** A person's account of Pip; not a ledger account, not an organisation. */
public record Account(AccountId id, String name, Instant createdAt) {}
