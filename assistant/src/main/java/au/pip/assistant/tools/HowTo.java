package au.pip.assistant.tools;

import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** How things are done in Xero: the answer is one of our notes, with the day on which it was written. */
final class HowTo {
    private static final String OURS = "Pip's own notes";

    private HowTo() {}

    static BooksTool over(FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("question", "in the person's words")
                        .require("question")
                        .tool(
                                "how_to",
                                "A note on how something is done in Xero. Answer from it only; without one say you don't know."),
                "Looking through the how-to notes",
                arguments -> look(facts, arguments.required("question")));
    }

    private static Table look(FactBook facts, String question) {
        List<HowToNote> found = HowToNotes.find(question);
        if (found.isEmpty()) {
            return new Table("A how-to question without a note", OURS)
                    .rule(
                            "There is no note on this, so I don't know. Xero's own help at central.xero.com can tell, or a bookkeeper.");
        }
        Table table = new Table(
                "How-to note: " + found.stream().map(HowToNote::title).collect(Collectors.joining("; ")), OURS);
        for (HowToNote note : found) {
            table.rule(note.text());
            table.add(facts.add(
                    "note written",
                    "the note " + note.name(),
                    Period.day(note.written()),
                    null,
                    new Value.Day(note.written()),
                    new Source(
                            OURS,
                            "howto/" + note.name(),
                            List.of(),
                            0,
                            null,
                            note.written().atStartOfDay(ZoneOffset.UTC).toInstant(),
                            "")));
        }
        return table.rule(
                "This is general: Xero's screens change and differ by plan and role. Xero's own help is at central.xero.com.");
    }
}
