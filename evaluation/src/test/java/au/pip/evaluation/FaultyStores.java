package au.pip.evaluation;

import au.pip.assistant.store.AccountStore;
import au.pip.assistant.store.ApprovalStore;
import au.pip.assistant.store.AuditLog;
import au.pip.assistant.store.BudgetStore;
import au.pip.assistant.store.CallStore;
import au.pip.assistant.store.CodeStore;
import au.pip.assistant.store.ConnectionStore;
import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.EntryStore;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.JobStore;
import au.pip.assistant.store.LeaseStore;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.Rows;
import au.pip.assistant.store.RunStore;
import au.pip.assistant.store.SecretStore;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.UsageStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A real store whose calls fail when a test says so, before they reach it, or let something else go first; and whose
 * answers can be counted.
 */
final class FaultyStores implements Stores {
    static final int EVER = Integer.MAX_VALUE;

    /** How many characters its calls have answered, written out. */
    final LongAdder told = new LongAdder();

    volatile boolean counting;
    private final Stores real;
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

    FaultyStores(Stores real) {
        this.real = real;
    }

    /** @param call such as {@code RunStore.finish} */
    void fail(String call, int times) {
        faults.put(call, times);
    }

    /** Does something once, in the thread that calls, before the next such call reaches the store. */
    void meanwhile(String call, Runnable something) {
        meanwhile.put(call, something);
    }

    void heal() {
        faults.clear();
    }

    private <T> T port(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    require(type.getSimpleName() + "." + method.getName());
                    try {
                        return counted(method.invoke(port, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object counted(Object answer) {
        if (counting) {
            told.add(String.valueOf(answer).length());
        }
        return answer;
    }

    private void require(String call) {
        Runnable something = meanwhile.remove(call);
        if (something != null) {
            something.run();
        }
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
    public AccountStore accounts() {
        return port(AccountStore.class, real.accounts());
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
    public ConnectionStore connections() {
        return port(ConnectionStore.class, real.connections());
    }

    @Override
    public SecretStore secrets() {
        return port(SecretStore.class, real.secrets());
    }

    @Override
    public ApprovalStore approvals() {
        return port(ApprovalStore.class, real.approvals());
    }

    @Override
    public CodeStore codes() {
        return port(CodeStore.class, real.codes());
    }

    @Override
    public BudgetStore budgets() {
        return port(BudgetStore.class, real.budgets());
    }

    @Override
    public AuditLog audit() {
        return port(AuditLog.class, real.audit());
    }

    @Override
    public JobStore jobs() {
        return port(JobStore.class, real.jobs());
    }

    @Override
    public LeaseStore leases() {
        return port(LeaseStore.class, real.leases());
    }

    @Override
    public CallStore calls() {
        return port(CallStore.class, real.calls());
    }

    @Override
    public ReplyStore replies() {
        return port(ReplyStore.class, real.replies());
    }

    @Override
    public Rows rows() {
        return port(Rows.class, real.rows());
    }

    @Override
    public void close() {
        real.close();
    }
}
