package au.pip.sandbox.books;

import java.util.List;

/** What has lines that add up to it, in cents of its currency. */
public interface Lined {
    List<Line> lines();

    default long subTotal() {
        return lines().stream().mapToLong(Line::net).sum();
    }

    default long tax() {
        return lines().stream().mapToLong(Line::tax).sum();
    }

    default long total() {
        return subTotal() + tax();
    }
}
