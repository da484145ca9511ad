package au.pip.proxy;

import org.jspecify.annotations.Nullable;

/**
 * One endpoint.
 *
 * @param reader to whom a refusal is written
 * @param limit null for one that costs nothing
 */
record Route(
        String method, String path, Reader reader, @Nullable RateLimit limit, Answer answer) {
    enum Reader {
        PERSON,
        PROGRAM
    }

    @FunctionalInterface
    interface Answer {
        Reply to(Request request) throws Refused;
    }
}
