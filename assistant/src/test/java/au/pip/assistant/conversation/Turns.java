package au.pip.assistant.conversation;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.api.SourceView;
import au.pip.api.UsageView;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.ledger.Fact;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns to fold in tests. */
final class Turns {
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");
    private static final Period DAY = Period.day(LocalDate.of(2026, 11, 23));

    private Turns() {}

    static Fact fact(int number, String measure, String subject, long dollars) {
        return fact(number, measure, subject, dollars, null);
    }

    static Fact fact(int number, String measure, String subject, long dollars, @Nullable Formula formula) {
        Source source = new Source("Hume Joinery", "Invoices", Collections.nCopies(40, "an id"), 40, null, AT, "0a");
        Value value = new Value.Amount(Money.aud(dollars * 100));
        return new Fact("F" + number, measure, subject, DAY, null, value, source, formula);
    }

    /** A piece that shows the fact. */
    static PieceView figure(Fact fact) {
        SourceView source = new SourceView("Hume Joinery", "Invoices", List.of(), 40, null, AT, "0a");
        String display = fact.value().display();
        FactView view =
                new FactView(fact.id(), fact.measure(), fact.subject(), "23 Nov 2026", null, display, null, source);
        return new PieceView(
                display, new FigureView(display, fact.value().plain(), "AUD", "verified", null, List.of(view)));
    }

    static PieceView unfounded(String text) {
        return new PieceView(text, new FigureView(text, text, "AUD", "unverified", null, List.of()));
    }

    static PieceView text(String text) {
        return new PieceView(text, null);
    }

    static Turn turn(String asked, List<Fact> facts, PieceView... pieces) {
        String run = UUID.randomUUID().toString();
        Answer detail = new Answer(
                Run.State.COMPLETED,
                List.of(pieces),
                List.of(),
                facts,
                new UsageView(0, 0, 0, 0),
                "0",
                "scripted",
                "scripted",
                null,
                null,
                null);
        return new Turn(
                new Entry(UUID.randomUUID().toString(), Entry.Kind.QUESTION, run, asked, "{}", AT),
                new Entry(UUID.randomUUID().toString(), Entry.Kind.ANSWER, run, detail.text(), Codec.write(detail), AT),
                detail);
    }

    /** "You're owed $… in all." */
    static Turn owed(int number, long dollars) {
        Fact fact = fact(number, "owed to you", "all customers", dollars);
        return turn("Who owes me money?", List.of(fact), text("You're owed "), figure(fact), text(" in all. Ask on."));
    }
}
