package au.pip.sandbox.xero;

import java.time.InstantSource;

/**
 * How the pretend Xero runs.
 *
 * @param port the port on 127.0.0.1, or 0 for any free one
 * @param token the bearer token that it accepts
 * @param clock what the time is, for limits and for the stamps of answers
 */
public record SandboxOptions(int port, String token, Limits limits, InstantSource clock) {
    public static final String DEFAULT_TOKEN = "sandbox-token";

    /** Any free port, the default token, Xero's limits for its free tier. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, DEFAULT_TOKEN, Limits.starter(), InstantSource.system());
    }

    public SandboxOptions withPort(int newPort) {
        return new SandboxOptions(newPort, token, limits, clock);
    }

    public SandboxOptions withToken(String newToken) {
        return new SandboxOptions(port, newToken, limits, clock);
    }

    public SandboxOptions withLimits(Limits newLimits) {
        return new SandboxOptions(port, token, newLimits, clock);
    }

    public SandboxOptions withClock(InstantSource newClock) {
        return new SandboxOptions(port, token, limits, newClock);
    }
}
