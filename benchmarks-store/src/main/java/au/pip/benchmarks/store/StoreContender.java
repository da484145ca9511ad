package au.pip.benchmarks.store;

import java.util.List;

/** Keeps turns and reads them again, in one database of its own. Safe for use by several threads. */
interface StoreContender extends AutoCloseable {
    int PAGE = 100;

    void create(String conversationId);

    /** Two entries, each in a transaction of its own that survives a power failure once this returns. */
    void keep(Turn turn);

    /** Where pages of {@value #PAGE} entries may begin; each means what this contender reads best. */
    List<Object> places(String conversationId);

    /** Answers how many entries the page has. */
    int read(String conversationId, Object place);

    @Override
    void close();
}
