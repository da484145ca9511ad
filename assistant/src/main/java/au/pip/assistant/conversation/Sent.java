package au.pip.assistant.conversation;

import au.pip.assistant.conversation.ConversationException.Invalid;
import au.pip.assistant.conversation.ConversationException.TooLong;
import java.util.UUID;

/** What a client sends, checked; each refusal names the field and says what to do. */
final class Sent {
    private Sent() {}

    static String message(String id) {
        return id("id", "a UUID made for this message", id);
    }

    static String id(String field, String meant, String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException _) {
            throw new Invalid("The field '%s' must be %s.".formatted(field, meant));
        }
    }

    static String text(String text) {
        if (text.isBlank()) {
            throw new Invalid("The message is empty. Type a question, such as \"Who owes me money?\"");
        }
        if (text.length() > Conversations.LONGEST_MESSAGE) {
            throw new TooLong("The message has %,d characters; at most %,d fit. Shorten it or send it in parts."
                    .formatted(text.length(), Conversations.LONGEST_MESSAGE));
        }
        return text;
    }
}
