package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import java.util.ArrayList;
import java.util.List;

/** What a tool found: facts, and the lines that say what they are of. */
final class Table {
    private final String what;
    private final String organisation;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    /** @param what one line, such as "Open sales invoices as of 23 Nov 2026" */
    Table(String what, String organisation) {
        this.what = what;
        this.organisation = organisation;
    }

    Fact add(Fact fact) {
        facts.add(fact);
        return fact;
    }

    /** @param words what stands in the books beside the fact, which may be anyone's */
    Fact add(Fact fact, String words) {
        String safe = FactTable.cell(words);
        if (!safe.isEmpty()) {
            beside.add(fact.id() + ": " + safe);
        }
        return add(fact);
    }

    Table note(String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
        return this;
    }

    /** A note of Pip's own, with nothing in it from the books, from Xero or from the person: answers may repeat it. */
    Table rule(String rule) {
        if (!rule.isEmpty()) {
            rules.add(rule);
        }
        return note(rule);
    }

    List<String> rules() {
        return List.copyOf(rules);
    }

    String summary() {
        return facts.isEmpty() ? what + ": nothing found" : what;
    }

    String text() {
        StringBuilder text = new StringBuilder("What: ")
                .append(what)
                .append("\nOrganisation: ")
                .append(FactTable.cell(organisation))
                .append("\n");
        if (!notes.isEmpty()) {
            text.append("Note: ").append(String.join(" ", notes)).append("\n");
        }
        if (facts.isEmpty()) {
            return text.append("Nothing found.\n").toString();
        }
        text.append(FactTable.table(facts));
        if (!beside.isEmpty()) {
            text.append("Written there:\n").append(String.join("\n", beside)).append("\n");
        }
        return text.toString();
    }
}
