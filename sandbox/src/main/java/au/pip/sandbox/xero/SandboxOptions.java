package au.pip.sandbox.xero;

import au.pip.sandbox.identity.App;
import au.pip.sandbox.identity.Consent;
import java.time.InstantSource;
import java.util.List;

/**
 * How the pretend Xero runs.
 *
 * @param port the port on 127.0.0.1, or 0 for any free one
 * @param token a bearer token that it accepts without a sign-in, for every organisation
 * @param clock what the time is, for limits, for codes and tokens, and for the stamps of answers
 * @param apps who may ask people to sign in
 * @param consent what the pretend person does then
 */
public record SandboxOptions(
        int port, String token, Limits limits, InstantSource clock, List<App> apps, Consent consent) {
    public static final String DEFAULT_TOKEN = "sandbox-token";

    public SandboxOptions {
        apps = List.copyOf(apps);
    }

    /** Any free port, the default token, Xero's limits for its free tier, one app of each kind, a page that asks. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0, DEFAULT_TOKEN, Limits.starter(), InstantSource.system(), App.defaults(), Consent.asked());
    }

    public SandboxOptions withPort(int newPort) {
        return new SandboxOptions(newPort, token, limits, clock, apps, consent);
    }

    public SandboxOptions withToken(String newToken) {
        return new SandboxOptions(port, newToken, limits, clock, apps, consent);
    }

    public SandboxOptions withLimits(Limits newLimits) {
        return new SandboxOptions(port, token, newLimits, clock, apps, consent);
    }

    public SandboxOptions withClock(InstantSource newClock) {
        return new SandboxOptions(port, token, limits, newClock, apps, consent);
    }

    /** These apps in place of the others. */
    public SandboxOptions withApps(App... newApps) {
        return new SandboxOptions(port, token, limits, clock, List.of(newApps), consent);
    }

    public SandboxOptions withConsent(Consent newConsent) {
        return new SandboxOptions(port, token, limits, clock, apps, newConsent);
    }
}
