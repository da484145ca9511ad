package au.pip.assistant.store;

/** One database, opened: all ports over it. Closing waits for the write that is going on. */
public interface Stores extends AutoCloseable {
    AccountStore accounts();

    ConversationStore conversations();

    EntryStore entries();

    RunStore runs();

    EventLog events();

    UsageStore usage();

    MemoryStore memory();

    ConnectionStore connections();

    SecretStore secrets();

    ApprovalStore approvals();

    CodeStore codes();

    BudgetStore budgets();

    AuditLog audit();

    JobStore jobs();

    LeaseStore leases();

    CallStore calls();

    ReplyStore replies();

    /** Every row there is, whoever's: for backups, moves and their checks. */
    Rows rows();

    @Override
    void close();
}
