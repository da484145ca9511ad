package au.pip.api;

import java.time.Instant;

public record ConversationView(String id, String title, Instant createdAt, Instant updatedAt) {}
