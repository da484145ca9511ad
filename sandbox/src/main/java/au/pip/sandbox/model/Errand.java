package au.pip.sandbox.model;

import java.util.List;
import java.util.Map;

/**
 * How a {@link HostileModel} answers what the person really asked: what it looks up, and which fact it tells.
 *
 * @param calls each tool's name with its arguments, all in one round
 * @param measure how the fact's measure begins
 * @param subject what its subject contains; may be empty
 */
public record Errand(List<Map.Entry<String, Map<String, Object>>> calls, String measure, String subject) {
    public Errand {
        calls = List.copyOf(calls);
    }

    public static Errand of(String tool, Map<String, Object> arguments, String measure, String subject) {
        return new Errand(List.of(Map.entry(tool, arguments)), measure, subject);
    }
}
