package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Reply;

/** A library that streams replies of one protocol. Safe for use by several threads. */
public interface Contender extends AutoCloseable {
    /** What every contender is asked; the server does not read it. */
    String SYSTEM_PROMPT = "You keep the books of a small business. Answer from them only.";

    String USER_PROMPT = "Which invoices are unpaid, and when are they due?";

    /** Wherever a library insists on one. */
    String KEY = "benchmark-key";

    int MAX_OUTPUT_TOKENS = 8192;

    /**
     * Streams one reply and returns when it is over.
     *
     * @throws Exception when the library reports a failure, or what it does after a cancellation
     */
    Reply stream(FirstText firstText) throws Exception;

    @Override
    void close();
}
