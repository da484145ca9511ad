package au.pip.sandbox.model;

import java.util.List;
import java.util.Map;

/** What a pretend model does next: look something up, or say something. */
sealed interface Reply {
    record Say(String text) implements Reply {}

    record Look(List<Call> calls) implements Reply {}

    /** @param arguments values are strings, lists of strings, or lists of such maps */
    record Call(String tool, Map<String, Object> arguments) {}

    static Reply look(String tool, Map<String, Object> arguments) {
        return new Look(List.of(new Call(tool, arguments)));
    }
}
