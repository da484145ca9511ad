package au.pip.assistant.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that is kept in mind for one account; never changed.
 *
 * @param items the oldest first
 */
public record Notebook(Style style, List<Remembered> items) {
    /** How many things there may be. */
    public static final int MOST = 200;
    /** How many suggestions wait at most; an older one then makes room. */
    public static final int MOST_SUGGESTED = 20;

    public static final Notebook EMPTY = new Notebook(Style.NORMAL, List.of());

    public Notebook {
        items = List.copyOf(items);
    }

    Notebook with(Style chosen) {
        return new Notebook(chosen, items);
    }

    /**
     * With one thing more. What is there already is not there twice; what is said now makes a suggestion of the same a
     * kept one.
     *
     * @throws MemoryException.Full when no room is left
     */
    Notebook with(Remembered item) {
        List<Remembered> next = new ArrayList<>(items);
        for (int place = 0; place < next.size(); place++) {
            Remembered there = next.get(place);
            if (there.isSameAs(item)) {
                next.set(place, item.kept() ? there.asKept() : there);
                return new Notebook(style, next);
            }
        }
        if (!item.kept()) {
            dropOldestSuggestion(next);
        }
        if (next.size() >= MOST) {
            throw new MemoryException.Full(MOST);
        }
        next.add(item);
        return new Notebook(style, next);
    }

    private static void dropOldestSuggestion(List<Remembered> items) {
        List<Remembered> waiting = items.stream().filter(each -> !each.kept()).toList();
        if (waiting.size() >= MOST_SUGGESTED) {
            items.remove(waiting.getFirst());
        }
    }

    Remembered find(String id) {
        return items.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(MemoryException.NotFound::new);
    }

    Notebook changed(String id, UnaryOperator<Remembered> change) {
        Remembered there = find(id);
        return new Notebook(
                style,
                items.stream()
                        .map(each -> each.equals(there) ? change.apply(each) : each)
                        .toList());
    }

    Notebook without(String id) {
        Remembered there = find(id);
        return new Notebook(
                style, items.stream().filter(each -> !each.equals(there)).toList());
    }
}
