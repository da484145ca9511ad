package au.pip.assistant.store;

/** One database, opened: all ports over it. Closing waits for the write that is going on. */
public interface Stores extends AutoCloseable {
    ConversationStore conversations();

    EntryStore entries();

    RunStore runs();

    EventLog events();

    UsageStore usage();

    MemoryStore memory();

    @Override
    void close();
}
