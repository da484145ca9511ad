package au.pip.xero;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One organisation that a sign-in reaches.
 *
 * @param connectionId names the link itself, for disconnecting; not the organisation
 * @param tenantId the organisation, as every call names it
 * @param tenantType {@code ORGANISATION} or {@code PRACTICE}
 * @param authEventId the sign-in that made the link
 */
public record Connection(
        String connectionId,
        String tenantId,
        String tenantName,
        String tenantType,
        @Nullable String authEventId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public boolean isOrganisation() {
        return tenantType.equals("ORGANISATION");
    }

    static Connection parse(Fields fields) {
        return new Connection(
                fields.requiredText("id"),
                fields.requiredText("tenantId"),
                fields.text("tenantName", ""),
                fields.text("tenantType", ""),
                fields.text("authEventId"),
                fields.instant("createdDateUtc"),
                fields.instant("updatedDateUtc"));
    }
}
