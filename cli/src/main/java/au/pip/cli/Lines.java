package au.pip.cli;

import org.jspecify.annotations.Nullable;

/** Where a chat's lines come from. */
interface Lines extends AutoCloseable {
    /** The next line; null when there are no more. */
    @Nullable
    String next();

    @Override
    default void close() {}
}
