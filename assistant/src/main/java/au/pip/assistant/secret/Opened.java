package au.pip.assistant.secret;

/** What came of opening a sealed text. */
public sealed interface Opened {
    /** Its text form does not show the value. */
    record Text(String value) implements Opened {
        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /** It stands under a key that is not here. */
    record UnknownKey(String keyId) implements Opened {}

    /** It is no sealed text, or not a whole one. */
    record Malformed() implements Opened {}

    /** It was changed, or it was sealed for another place: the cipher refuses both alike and cannot tell which. */
    record Refused() implements Opened {}

    /** Why it is not open, as the end of a sentence, with the next step. */
    default String reason() {
        return switch (this) {
            case Text _ -> "it is open";
            case UnknownKey(String keyId) ->
                "it stands under the master key " + keyId + ", which is not here; put that key back"
                        + " (PIP_MASTER_KEY_OLD, or its file)";
            case Malformed _ -> "it is damaged; remove it and enter it anew";
            case Refused _ ->
                "it was changed, or belongs to another account, kind or owner; remove it and enter it anew";
        };
    }
}
