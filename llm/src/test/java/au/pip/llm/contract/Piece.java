package au.pip.llm.contract;

import java.util.List;

/** A part of a reply that a provider is made to give, in the fragments that its wire can cut it into. */
public sealed interface Piece {
    record Text(List<String> chunks) implements Piece {
        public static Text of(String... chunks) {
            return new Text(List.of(chunks));
        }
    }

    record Thinking(String thinking) implements Piece {}

    /** @param fragments of the JSON arguments; none for a call without arguments */
    record Call(String callId, String toolName, List<String> fragments) implements Piece {
        public static Call of(String callId, String toolName, String... fragments) {
            return new Call(callId, toolName, List.of(fragments));
        }

        public String arguments() {
            return String.join("", fragments);
        }
    }
}
