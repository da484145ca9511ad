package au.pip.evaluation;

import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.EntryStore;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.RunStore;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.UsageStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A real store whose calls fail when a test says so, before they reach it. */
final class FaultyStores implements Stores {
    static final int EVER = Integer.MAX_VALUE;

    private final Stores real;
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();

    FaultyStores(Stores real) {
        this.real = real;
    }

    /** @param call such as {@code RunStore.finish} */
    void fail(String call, int times) {
        faults.put(call, times);
    }

    void heal() {
        faults.clear();
    }

    private <T> T port(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    require(type.getSimpleName() + "." + method.getName());
                    try {
                        return method.invoke(port, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void require(String call) {
        boolean[] fails = new boolean[1];
        faults.computeIfPresent(call, (_, left) -> {
            fails[0] = left > 0;
            return left == EVER ? EVER : left - 1;
        });
        if (fails[0]) {
            throw new StoreException("The disk is full.", new IOException(call));
        }
    }

    @Override
    public ConversationStore conversations() {
        return port(ConversationStore.class, real.conversations());
    }

    @Override
    public EntryStore entries() {
        return port(EntryStore.class, real.entries());
    }

    @Override
    public RunStore runs() {
        return port(RunStore.class, real.runs());
    }

    @Override
    public EventLog events() {
        return port(EventLog.class, real.events());
    }

    @Override
    public UsageStore usage() {
        return port(UsageStore.class, real.usage());
    }

    @Override
    public MemoryStore memory() {
        return port(MemoryStore.class, real.memory());
    }

    @Override
    public void close() {
        real.close();
    }
}
