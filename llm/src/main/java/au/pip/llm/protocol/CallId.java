package au.pip.llm.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of tool calls, for wires that do not give any, and in a form that every wire takes. */
public final class CallId {
    private static final int LONGEST = 64;

    private CallId() {}

    public static String make() {
        return "call_" + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }

    /**
     * Letters, digits, {@code _} and {@code -} stay, up to 64 of them; a longer id is told from others by a hash. The same
     * id always gives the same form.
     */
    public static String safe(String callId) {
        String safe = callId.replaceAll("[^A-Za-z0-9_-]", "_");
        if (safe.length() > LONGEST) {
            String hash =
                    UUID.nameUUIDFromBytes(callId.getBytes(UTF_8)).toString().replace("-", "");
            return safe.substring(0, LONGEST - hash.length() - 1) + "_" + hash;
        }
        return safe.isEmpty() ? "call" : safe;
    }
}
