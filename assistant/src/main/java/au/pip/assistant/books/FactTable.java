package au.pip.assistant.books;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;

/** Facts as a model reads them: one row a fact, {@code id | measure | subject | period | value}. */
public final class FactTable {
    private FactTable() {}

    public static String row(Fact fact) {
        Basis basis = fact.basis();
        return "%s | %s | %s | %s | %s"
                .formatted(
                        fact.id(),
                        cell(fact.measure()) + (basis == null ? "" : " (" + basis.word() + ")"),
                        cell(fact.subject()),
                        fact.period().label(),
                        fact.value().display());
    }

    /** Text from the books kept inside its cell: no bar (a slash instead), brace or new line, at most 80 characters. */
    public static String cell(String text) {
        String safe = text.replace('|', '/')
                .replaceAll("[{}\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .strip();
        return safe.length() <= 80 ? safe : safe.substring(0, 79) + "…";
    }
}
