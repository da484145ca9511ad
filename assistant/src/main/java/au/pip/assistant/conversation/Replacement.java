package au.pip.assistant.conversation;

import au.pip.assistant.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * That a question takes the place of the latest one of its conversation: the same asked again, or put in other words.
 * What it replaces stays stored, and no model is told of it any more.
 *
 * @param replaces the question whose place it takes
 * @param message the id that the client made for it, by which a message that is sent twice is known
 */
record Replacement(String replaces, String message) {
    static Optional<Replacement> of(Entry entry) {
        return entry.kind() == Entry.Kind.QUESTION && entry.detail().contains("\"replaces\"")
                ? Optional.of(Codec.read(entry.detail(), Replacement.class))
                : Optional.empty();
    }

    /** The same for whatever replaces that question: the store takes one of them. */
    String entryId() {
        return UUID.nameUUIDFromBytes(("replaces/" + replaces).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What is kept beside the text of the question. */
    String detail() {
        return Codec.write(this);
    }
}
