package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this server can do right now: {@code GET /api/status}.
 *
 * @param missing what has to be set before it can answer, a sentence each; empty when nothing is
 * @param organisation the connected organisation's name
 */
public record StatusView(
        String version,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String organisation,
        List<String> missing) {}
