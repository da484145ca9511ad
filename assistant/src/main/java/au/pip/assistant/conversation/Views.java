package au.pip.assistant.conversation;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.api.SourceView;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Source;
import au.pip.ledger.grounding.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes over HTTP of the ledger's nouns. */
final class Views {
    /** A derived fact of derived facts shows its inputs down to this many facts. */
    private static final int MOST_FACTS = 40;

    private Views() {}

    static PieceView piece(Piece piece, FactBook book) {
        return switch (piece) {
            case Piece.Text(String text) -> new PieceView(text, null);
            case Piece.Figure figure -> new PieceView(figure.text(), figure(figure, book));
        };
    }

    private static FigureView figure(Piece.Figure figure, FactBook book) {
        Fact best =
                figure.facts().isEmpty() ? null : book.require(figure.facts().getFirst());
        // A date names no fact's value: it is one that facts are as of.
        Fact own = best != null && best.value().plain().equals(figure.value()) ? best : null;
        Formula formula = own == null ? null : own.formula();
        return new FigureView(
                figure.text(),
                figure.value(),
                figure.currency() == null ? null : figure.currency().getCurrencyCode(),
                figure.status().word(),
                formula == null ? null : formula.text(),
                own != null
                        ? withInputs(figure.facts(), book)
                        : figure.facts().stream()
                                .map(id -> fact(book.require(id)))
                                .toList());
    }

    /** The facts, then what they were worked out of, each once. */
    private static List<FactView> withInputs(List<String> ids, FactBook book) {
        Map<String, FactView> facts = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty() && facts.size() < MOST_FACTS) {
            Fact fact = book.require(open.removeFirst());
            Formula formula = fact.formula();
            if (facts.put(fact.id(), fact(fact)) == null && formula != null) {
                open.addAll(formula.inputs());
            }
        }
        return List.copyOf(facts.values());
    }

    private static FactView fact(Fact fact) {
        Basis basis = fact.basis();
        Formula formula = fact.formula();
        return new FactView(
                fact.id(),
                fact.measure(),
                fact.subject(),
                fact.period().label(),
                basis == null ? null : basis.word(),
                fact.value().display(),
                formula == null ? null : formula.text(),
                source(fact.source()));
    }

    private static SourceView source(Source source) {
        return new SourceView(
                source.organisation(),
                source.endpoint(),
                source.recordIds(),
                source.records(),
                source.link(),
                source.fetchedAt(),
                source.digest());
    }
}
