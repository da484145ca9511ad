package au.pip.server;

import au.pip.api.ApprovalView;
import au.pip.assistant.Approval;
import au.pip.assistant.books.FactTable;
import au.pip.assistant.drafts.DraftPreview;
import au.pip.assistant.xero.ProposedDraft;
import au.pip.ledger.Money;
import au.pip.xero.BillDraft;
import au.pip.xero.ContactDraft;
import au.pip.xero.CreditNoteDraft;
import au.pip.xero.DraftContent;
import au.pip.xero.DraftLine;
import au.pip.xero.InvoiceDraft;
import au.pip.xero.LineAmounts;
import au.pip.xero.QuoteDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes over HTTP of an approval: the very draft that would be sent, and what was worked out of it. */
final class ApprovalViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private ApprovalViews() {}

    /** Empty when the approval is for no draft. */
    static Optional<ApprovalView> of(Approval approval, Instant now) {
        return ProposedDraft.of(approval).map(proposed -> of(approval, proposed, now));
    }

    private static ApprovalView of(Approval approval, ProposedDraft proposed, Instant now) {
        DraftWords words = new DraftWords(proposed);
        Optional<DraftContent> content = DraftWords.content(proposed.draft());
        return new ApprovalView(
                approval.id(),
                approval.conversationId(),
                approval.runId(),
                proposed.draft().kind().noun(),
                words.title(),
                FactTable.line(proposed.organisation()),
                state(approval, now),
                fields(proposed),
                content.map(each -> lines(each, proposed.preview())).orElse(List.of()),
                content.map(each -> totals(each, proposed.preview())).orElse(null),
                words.undo(),
                approval.createdAt(),
                approval.expiresAt());
    }

    private static String state(Approval approval, Instant now) {
        return switch (approval.state()) {
            case WAITING -> now.isBefore(approval.expiresAt()) ? "waiting" : "expired";
            case CONSUMED -> "approved";
            case DECLINED -> "declined";
        };
    }

    private static List<ApprovalView.Field> fields(ProposedDraft proposed) {
        Fields fields = new Fields();
        String contact = FactTable.line(proposed.preview().contact());
        switch (proposed.draft()) {
            case ContactDraft draft ->
                fields.add("Name", draft.name())
                        .add("First name", draft.firstName())
                        .add("Last name", draft.lastName())
                        .add("E-mail", draft.email())
                        .add("ABN", draft.taxNumber());
            case InvoiceDraft draft ->
                fields.add("Customer", contact)
                        .document(draft.content())
                        .day("Due", draft.dueDate())
                        .add("Reference", draft.reference());
            case BillDraft draft ->
                fields.add("Supplier", contact)
                        .document(draft.content())
                        .day("Due", draft.dueDate())
                        .add("Supplier's number", draft.number());
            case CreditNoteDraft draft ->
                fields.add(
                                switch (draft.type()) {
                                    case ACCRECCREDIT -> "Customer";
                                    case ACCPAYCREDIT, OTHER -> "Supplier";
                                },
                                contact)
                        .document(draft.content())
                        .add("Reference", draft.reference());
            case QuoteDraft draft ->
                fields.add("Customer", contact)
                        .document(draft.content())
                        .day("Good until", draft.expiry())
                        .add("Title", draft.title())
                        .add("Reference", draft.reference());
        }
        return fields.all;
    }

    private static final class Fields {
        private final List<ApprovalView.Field> all = new ArrayList<>();

        Fields add(String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                all.add(new ApprovalView.Field(name, value));
            }
            return this;
        }

        Fields day(String name, LocalDate day) {
            return add(name, DAY.format(day));
        }

        Fields document(DraftContent content) {
            return day("Date", content.date())
                    .add("Unit prices", content.lineAmounts() == LineAmounts.INCLUSIVE ? "with tax" : "without tax");
        }
    }

    private static List<ApprovalView.Line> lines(DraftContent content, DraftPreview preview) {
        List<ApprovalView.Line> lines = new ArrayList<>();
        for (int index = 0; index < content.lines().size(); index++) {
            DraftLine line = content.lines().get(index);
            DraftPreview.Line shown = preview.lines().get(index);
            lines.add(new ApprovalView.Line(
                    line.description(),
                    line.quantity().toPlainString(),
                    line.unitAmount().toPlainString(),
                    shown.account(),
                    shown.taxName(),
                    display(shown.net(), content),
                    display(shown.tax(), content)));
        }
        return lines;
    }

    private static ApprovalView.Totals totals(DraftContent content, DraftPreview preview) {
        return new ApprovalView.Totals(
                display(preview.net(), content),
                display(preview.tax(), content),
                display(preview.total(), content),
                content.currency().getCurrencyCode());
    }

    private static String display(String plain, DraftContent content) {
        return Money.of(plain, content.currency()).display();
    }
}
