package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.store.AuditLog;
import au.pip.xero.Draft;
import au.pip.xero.Written;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The audit entries about drafts. That of a write tells what was there before ({@code before}, null, since a draft
 * only ever adds a record) and what Xero stored ({@code after}).
 */
final class DraftLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PERSON = "person";
    private static final String SERVER = "server";
    private static final String MADE = "draft.made";
    private static final int LATEST = 100;

    private final AuditLog log;
    private final Ids ids;
    private final InstantSource clock;

    DraftLog(AuditLog log, Ids ids, InstantSource clock) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    void proposed(AccountId account, Connection connection, Approval approval, Draft draft) {
        append(account, "run/" + approval.runId(), "draft.proposed", approval.id(), about(connection, draft));
    }

    void declined(AccountId account, String approvalId) {
        append(account, PERSON, "draft.declined", approvalId, JSON.createObjectNode());
    }

    /** @param action what the person's word came to, such as {@code draft.approved}, {@code draft.rejected} */
    void person(AccountId account, String action, Connection connection, String approvalId, Draft draft) {
        append(account, PERSON, action, approvalId, about(connection, draft));
    }

    /** Nobody lives who could tell what Xero made of it. */
    void leftOpen(AccountId account, Approval approval) {
        append(account, SERVER, "draft.open", approval.id(), JSON.createObjectNode());
    }

    void made(AccountId account, Connection connection, String approvalId, Draft draft, Written written) {
        ObjectNode detail = about(connection, draft);
        detail.put("record", written.id());
        detail.put("number", written.number());
        detail.putNull("before");
        detail.set("after", stored(written));
        append(account, PERSON, MADE, approvalId, detail);
    }

    /** What Xero made of a draft that was approved lately; empty when no entry tells. */
    Optional<Written> made(AccountId account, String approvalId, Draft draft) {
        return log.page(account, null, LATEST).items().stream()
                .filter(each -> each.action().equals(MADE) && each.subject().equals(approvalId))
                .findFirst()
                .map(each -> JSON.readTree(each.detail()))
                .map(detail -> new Written(
                        draft.kind(),
                        detail.path("record").asString(""),
                        detail.path("number").asString(""),
                        detail.path("after").toString()));
    }

    private static ObjectNode about(Connection connection, Draft draft) {
        ObjectNode detail = JSON.createObjectNode();
        detail.put("tool", draft.kind().tool());
        detail.put("organisation", connection.organisationId());
        return detail;
    }

    /** As it was answered; one that was cut is kept as text. */
    private static JsonNode stored(Written written) {
        try {
            return JSON.readTree(written.stored());
        } catch (JacksonException cut) {
            return JSON.getNodeFactory().stringNode(written.stored());
        }
    }

    private void append(AccountId account, String actor, String action, String approvalId, ObjectNode detail) {
        log.append(
                account,
                new AuditEntry(
                        ids.next(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        actor,
                        action,
                        approvalId,
                        JSON.writeValueAsString(detail)));
    }
}
