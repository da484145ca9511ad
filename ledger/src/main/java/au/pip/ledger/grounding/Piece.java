package au.pip.ledger.grounding;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of an answer: the texts of all pieces, joined, are the answer as shown. */
public sealed interface Piece {
    /** What stands in place of a figure that is withheld. */
    String WITHHELD = "[not verified]";

    String text();

    record Text(String text) implements Piece {}

    /**
     * @param text as shown, such as {@code $1,234.50}
     * @param value a plain decimal, or an ISO date, month or duration; empty when a fact was named that does not exist, or when it cannot be
     *     read
     * @param currency of an amount
     * @param facts ids of the facts it was matched to, the best match first
     */
    record Figure(String text, String value, @Nullable Currency currency, Status status, List<String> facts)
            implements Piece {
        public Figure {
            facts = List.copyOf(facts);
        }

        /** In its place where nothing may be shown that cannot be verified: neither the number nor a fact that has it. */
        public Figure withheld() {
            return status == Status.UNVERIFIED ? new Figure(WITHHELD, "", null, status, List.of()) : this;
        }
    }

    enum Status {
        /**
         * A fact read from the books has this value, and the words around the figure agree with it: whose it is, when, of
         * which measure, on which basis, in which currency.
         */
        VERIFIED,
        /** As verified, but the fact was worked out of others by a recorded formula. */
        DERIVED,
        /** No fact has it; the person typed this number. */
        USER,
        /** Nothing stands behind it, or the words around it do not agree with what does. */
        UNVERIFIED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
