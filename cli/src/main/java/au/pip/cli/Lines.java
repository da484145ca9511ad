package au.pip.cli;

import org.jspecify.annotations.Nullable;

/** Where a chat's lines come from. */
interface Lines extends AutoCloseable {
    /** The next line; null when there are no more. */
    @Nullable
    String next();

    /** What a person types after a question of Pip's own; null when nobody does. */
    default @Nullable String answer(String question) {
        return null;
    }

    /** How many figures' sources are listed under the answer to the latest line. */
    default int mostSources() {
        return Integer.MAX_VALUE;
    }

    @Override
    default void close() {}
}
