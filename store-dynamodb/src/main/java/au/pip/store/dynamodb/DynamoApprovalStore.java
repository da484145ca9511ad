package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.store.ApprovalStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those that wait are in a list of their own, which they leave in the transaction that ends them. */
final class DynamoApprovalStore implements ApprovalStore {
    private final StoredRows rows;

    DynamoApprovalStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public void ask(AccountId account, Approval approval) {
        if (approval.state() != Approval.State.WAITING) {
            throw new IllegalArgumentException("An approval is asked for while it waits.");
        }
        if (!rows.add(row(account, approval))) {
            throw new IllegalArgumentException("There is already an approval " + approval.id() + ".");
        }
    }

    @Override
    public Optional<Approval> find(AccountId account, String approvalId) {
        return row(account, approvalId).map(DynamoApprovalStore::approval);
    }

    @Override
    public Consumption consume(AccountId account, String approvalId, String hash, Instant now) {
        Patience patience = rows.table().patience();
        while (true) {
            Optional<Row> found = row(account, approvalId);
            if (found.isEmpty()) {
                return new Consumption.Unknown();
            }
            Approval approval = approval(found.get());
            if (approval.state() != Approval.State.WAITING) {
                return new Consumption.Ended(approval.state());
            }
            if (!approval.hash().equals(hash)) {
                return new Consumption.Different();
            }
            if (!now.isBefore(approval.expiresAt())) {
                return new Consumption.Expired();
            }
            if (isEnded(found.get(), Approval.State.CONSUMED)) {
                return new Consumption.Granted(approval(found.get().with("state", Word.of(Approval.State.CONSUMED))));
            }
            rows.table().pauseUnlessOver(patience);
        }
    }

    @Override
    public boolean decline(AccountId account, String approvalId) {
        return row(account, approvalId)
                .filter(row -> row.text("state").equals(Word.of(Approval.State.WAITING)))
                .filter(row -> isEnded(row, Approval.State.DECLINED))
                .isPresent();
    }

    /** Whether it was this call that ended it: its state changes once only. */
    private boolean isEnded(Row waiting, Approval.State state) {
        Row ended = waiting.with("state", Word.of(state));
        return rows.table()
                .write(rows.change(waiting, ended, Condition.equal("state", Word.of(Approval.State.WAITING))))
                .isDone();
    }

    @Override
    public Page<Approval> waiting(AccountId account, @Nullable String cursor, int limit) {
        Page<Row> page = rows.page(
                Query.of(Lists.waiting(account)).latestFirst(),
                "approvals that wait of " + account.value(),
                cursor,
                limit);
        return new Page<>(
                page.items().stream()
                        .map(DynamoApprovalStore::approval)
                        .filter(approval -> approval.state() == Approval.State.WAITING)
                        .toList(),
                page.next());
    }

    private Optional<Row> row(AccountId account, String approvalId) {
        return rows.find(Keys.of(account, Noun.APPROVAL, approvalId));
    }

    private static Row row(AccountId account, Approval approval) {
        return RowOf.of(
                Noun.APPROVAL,
                account.value(),
                approval.id(),
                approval.conversationId(),
                approval.runId(),
                approval.draft(),
                approval.hash(),
                Word.of(approval.state()),
                approval.createdAt().toEpochMilli(),
                approval.expiresAt().toEpochMilli());
    }

    private static Approval approval(Row row) {
        return new Approval(
                row.text("id"),
                row.text("conversation_id"),
                row.text("run_id"),
                row.text("draft"),
                row.text("hash"),
                Word.read(row.text("state"), Approval.State.class),
                RowOf.time(row, "created_at"),
                RowOf.time(row, "expires_at"));
    }
}
