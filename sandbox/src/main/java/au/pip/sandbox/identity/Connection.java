package au.pip.sandbox.identity;

import au.pip.sandbox.books.Organisation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * An organisation that a sign-in reaches.
 *
 * @param id what it is ended by; not the organisation's
 * @param event the sign-in's
 */
public record Connection(UUID id, UUID event, Organisation organisation, Instant made) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);

    /** As {@code /connections} writes it (Xero's OpenAPI description of its Identity API). */
    public Map<String, Object> render() {
        String time = TIME.format(made.atOffset(ZoneOffset.UTC));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("authEventId", event);
        fields.put("tenantId", organisation.tenantId());
        fields.put("tenantType", "ORGANISATION");
        fields.put("tenantName", organisation.name());
        fields.put("createdDateUtc", time);
        fields.put("updatedDateUtc", time);
        return fields;
    }
}
