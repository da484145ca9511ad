package au.pip.api;

/**
 * The answer to {@code POST /api/xero/sign-ins}.
 *
 * @param id names the sign-in in {@code GET /api/xero/sign-ins/{id}}
 * @param url where the person's browser goes, once, within ten minutes
 */
public record SignInStarted(String id, String url) {}
