package au.pip.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft that a person is to approve, as the server worked it out: {@code GET /api/approvals/{id}}. No word of it is a
 * model's, but for the texts that the draft itself is to hold.
 *
 * @param kind {@code invoice}, {@code bill}, {@code credit note}, {@code quote} or {@code contact}
 * @param title one line, such as "Draft invoice to Acme"
 * @param state {@code waiting}, {@code expired}, {@code approved} or {@code declined}
 * @param fields what it says beside its lines, in order; may be shown as they are
 * @param lines none of a contact
 * @param totals what it comes to; none of a contact
 * @param undo what a person can do afterwards to take it back
 */
public record ApprovalView(
        String id,
        String conversationId,
        String runId,
        String kind,
        String title,
        String organisation,
        String state,
        List<Field> fields,
        List<Line> lines,
        @Nullable Totals totals,
        String undo,
        Instant createdAt,
        Instant expiresAt) {
    public record Field(String name, String value) {}

    /**
     * @param amount of the line without tax, as a person reads it
     * @param tax the line's, as a person reads it
     */
    public record Line(
            String description,
            String quantity,
            String unitAmount,
            String account,
            String taxName,
            String amount,
            String tax) {}

    /**
     * As a person reads them, such as {@code $550.00}.
     *
     * @param currency ISO 4217
     */
    public record Totals(String net, String tax, String total, String currency) {}
}
