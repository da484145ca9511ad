package au.pip.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one conversation, in the order they were found; a fact is never changed or removed.
 *
 * <p>Safe for use by several threads: tools that run in parallel add to the same book.
 */
public final class FactBook {
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Fact> order = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private @Nullable String organisation;
    private int last;

    public FactBook() {}

    /** Opens the book with what earlier runs of the conversation found; new ids go on after theirs. */
    public FactBook(List<Fact> earlier) {
        for (Fact fact : earlier) {
            keep(fact);
            last = Math.max(last, Integer.parseInt(fact.id().substring(1)));
        }
    }

    /** @param taken no id up to this number is given again, also when no fact of it is known any more */
    public FactBook(List<Fact> earlier, int taken) {
        this(earlier);
        last = Math.max(last, taken);
    }

    public synchronized Fact add(
            String measure, String subject, Period period, @Nullable Basis basis, Value value, Source source) {
        return put(measure, subject, period, basis, value, source, null);
    }

    /** Adds a fact worked out of others that the book already holds. */
    public synchronized Fact derive(
            String measure, String subject, Period period, @Nullable Basis basis, Value value, Formula formula) {
        List<Fact> inputs = formula.inputs().stream().map(this::require).toList();
        Source source = Source.together(inputs.stream().map(Fact::source).toList());
        return put(measure, subject, period, basis, value, source, formula);
    }

    public synchronized Optional<Fact> find(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    /**
     * The fact of that id.
     *
     * @throws IllegalArgumentException when the book holds none
     */
    public Fact require(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no fact " + id));
    }

    public synchronized List<Fact> all() {
        return new ArrayList<>(facts.values());
    }

    /**
     * Tells of a name in the books that no fact is of, such as a contact's: its digits are no figure, and what an answer
     * says of it is of nobody else.
     */
    public synchronized void name(String name) {
        if (name.chars().anyMatch(Character::isLetter)) {
            names.add(name);
        }
    }

    /** Whose books they are, also before there is a fact of them: digits and number words in the name are no figures. */
    public synchronized void organisation(String name) {
        organisation = name;
    }

    /** Null until it was told. */
    public synchronized @Nullable String organisation() {
        return organisation;
    }

    /** The names without facts, in the order they were told. */
    public synchronized List<String> names() {
        return new ArrayList<>(names);
    }

    /** How many names without facts were told. */
    public synchronized int namesTold() {
        return names.size();
    }

    /** The facts that came after the first so many. */
    public synchronized List<Fact> since(int known) {
        return new ArrayList<>(order.subList(known, order.size()));
    }

    public synchronized int size() {
        return facts.size();
    }

    private Fact put(
            String measure,
            String subject,
            Period period,
            @Nullable Basis basis,
            Value value,
            Source source,
            @Nullable Formula formula) {
        Fact fact = new Fact("F" + ++last, measure, subject, period, basis, value, source, formula);
        keep(fact);
        return fact;
    }

    private void keep(Fact fact) {
        if (facts.put(fact.id(), fact) == null) {
            order.add(fact);
        }
    }
}
