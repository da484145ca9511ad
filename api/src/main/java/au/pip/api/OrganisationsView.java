package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Pip is connected to: {@code GET /api/xero/organisations}, and the answer to {@code POST …/{id}/choice},
 * {@code POST …/{id}/refresh} (asks Xero anew, although what it said is still young) and {@code DELETE …/{id}}.
 *
 * @param canConnect whether a person can sign in here, and disconnect
 * @param note what the person has to know or do, a sentence; null when there is nothing
 */
public record OrganisationsView(
        List<OrganisationView> organisations,
        boolean canConnect,
        @Nullable String note) {}
