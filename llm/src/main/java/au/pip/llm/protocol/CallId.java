package au.pip.llm.protocol;

import java.util.concurrent.ThreadLocalRandom;

/** Ids of tool calls, for wires that do not give any, and in a form that every wire takes. */
public final class CallId {
    private CallId() {}

    public static String make() {
        return "call_" + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }

    /** Letters, digits, {@code _} and {@code -} stay; the same id always gives the same form. */
    public static String safe(String callId) {
        String safe = callId.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.isEmpty() ? "call" : safe;
    }
}
