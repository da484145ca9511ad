package au.pip.xero;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sets of Xero's words in queries; an empty set asks for all. */
final class Words {
    private Words() {}

    /** A copy that nobody changes, without {@code other}, which Xero has no word for. */
    static <E extends Enum<E>> Set<E> of(Collection<E> choices, E other) {
        if (choices.contains(other)) {
            throw new IllegalArgumentException("Xero cannot be asked for \"other\"");
        }
        EnumSet<E> copy = EnumSet.noneOf(other.getDeclaringClass());
        copy.addAll(choices);
        return java.util.Collections.unmodifiableSet(copy);
    }

    static Set<String> wire(Set<? extends Enum<?>> choices) {
        Set<String> words = new TreeSet<>();
        for (Enum<?> choice : choices) {
            words.add(choice.name().replace('_', '-'));
        }
        return words;
    }

    /** The one word of a query that takes one only; null for none, and for several, which are left to the caller. */
    static @Nullable String single(Set<? extends Enum<?>> choices) {
        return choices.size() == 1 ? wire(choices).iterator().next() : null;
    }

    static <E> boolean allow(Set<E> choices, E choice) {
        return choices.isEmpty() || choices.contains(choice);
    }
}
