package au.pip.ledger.grounding;

import au.pip.ledger.FactBook;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the words of a book's measures say, each read once for all answers, for as long as the book is held: many answers
 * are held against one book where marks are measured.
 */
record Readings(Map<String, OwnWords.Known> words, Map<String, Measure> measures) {
    private static final Map<FactBook, Readings> OF = Collections.synchronizedMap(new WeakHashMap<>());

    static Readings of(FactBook book) {
        return OF.computeIfAbsent(book, _ -> new Readings(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }
}
