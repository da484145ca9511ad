package au.pip.assistant.tools;

import au.pip.agent.Tool;
import au.pip.assistant.books.Books;
import au.pip.assistant.drafts.Proposals;
import au.pip.ledger.FactBook;
import au.pip.xero.DraftKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tools that propose drafts: those that the connection has leave for, none where Pip may only read. */
final class DraftTools {
    private DraftTools() {}

    static List<Tool> over(Books books, FactBook facts, Proposals proposals) {
        List<Tool> tools = new ArrayList<>();
        if (!Stream.of("accounting.settings", "accounting.contacts").allMatch(books::permits)) {
            return tools;
        }
        for (DraftKind kind : DraftKind.values()) {
            if (books.permitsWriting(kind.scope())) {
                tools.add(of(kind, books, facts, proposals));
            }
        }
        return tools;
    }

    private static DraftTool of(DraftKind kind, Books books, FactBook facts, Proposals proposals) {
        return switch (kind) {
            case CONTACT ->
                new DraftTool(
                        ContactDrafts.SPEC,
                        "Preparing a contact",
                        arguments -> ContactDrafts.draft(books, arguments),
                        proposals);
            case INVOICE, BILL, CREDIT_NOTE, QUOTE ->
                new DraftTool(
                        DocumentDrafts.spec(kind),
                        "Preparing a draft " + kind.noun(),
                        arguments -> DocumentDrafts.draft(kind, books, facts, arguments),
                        proposals);
        };
    }
}
