package au.pip.cli;

import au.pip.api.ConversationView;
import org.jspecify.annotations.Nullable;

/**
 * The server that a command talks to. Closing it ends what was started for it.
 *
 * @param demo the pretend books, when they were started for this command
 * @param options what a person types to reach the same server again, such as {@code --demo --seed 7}; may be empty
 */
record Target(PipClient client, @Nullable Demo demo, String options) implements AutoCloseable {
    /** The conversation asked for, or a new one. */
    String conversation(@Nullable String wanted) {
        if (wanted != null) {
            return wanted;
        }
        ConversationView conversation = client.newConversation();
        return conversation.id();
    }

    /** The command that opens the conversation again. */
    String chatCommand(String conversationId) {
        return "./pip chat " + (options.isEmpty() ? "" : options + " ") + "--conversation " + conversationId;
    }

    static CliException noConversation(String id) {
        return new CliException(
                CliException.BAD_USAGE,
                "there is no conversation '" + Printable.of(id)
                        + "' here. Leave out --conversation to begin a new one.");
    }

    @Override
    public void close() {
        client.close();
        if (demo != null) {
            demo.close();
        }
    }
}
