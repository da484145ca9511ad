package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sign-in stands: {@code GET /api/xero/sign-ins/{id}}.
 *
 * @param state waiting, connected or refused; refused is told once
 * @param organisations the names of those that it connected
 * @param message why nothing was connected, and the next step; null unless it was refused
 */
public record SignInView(
        String state, List<String> organisations, @Nullable String message) {}
