package au.pip.evaluation.grounding;

import au.pip.ledger.FactBook;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as it is written, and where in it each figure stands. */
final class Sheet {
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();
    private final FactBook facts;
    private @Nullable String question;

    /** @param claim which of the answer's claims the figure is */
    record Place(int claim, int start, int end) {}

    Sheet(FactBook facts) {
        this.facts = facts;
    }

    /** What the answer answers. */
    void ask(String text) {
        question = text;
    }

    /** Null where the answer is told without one. */
    @Nullable
    String question() {
        return question;
    }

    Sheet add(String more) {
        text.append(more);
        return this;
    }

    /** A sentence whose {@code %f} is the claim's figure, with a capital letter in front. */
    Sheet add(String sentence, int claim, Said said) {
        int at = sentence.indexOf("%f");
        add(sentence.substring(0, at)).figure(claim, said);
        return add(sentence.substring(at + 2));
    }

    Sheet figure(int claim, Said said) {
        String shown = said.form() == Form.PLACEHOLDER ? inserted(said) : Spelling.of(said);
        places.add(new Place(claim, text.length(), text.length() + shown.length()));
        text.append(shown);
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Place> places() {
        return places;
    }

    /** The fact in braces; what is said beyond it stands beside it. */
    private String inserted(Said said) {
        String braced = "{" + said.id() + "}";
        if (!(facts.require(said.id()).value() instanceof Value.Amount(var money))) {
            return braced;
        }
        BigDecimal own = money.toDecimal();
        String currency = money.currency().getCurrencyCode();
        if (!said.currency().equals(currency)) {
            return said.number().longValue() % 2 == 0
                    ? said.currency() + " " + braced
                    : braced + " " + Spelling.currencyName(said.currency());
        }
        if (said.number().compareTo(own.negate()) == 0 && own.signum() != 0) {
            return "-" + braced;
        }
        if (said.number().compareTo(own.movePointRight(3)) == 0 && own.signum() != 0) {
            return braced + (own.longValue() % 2 == 0 ? "k" : " thousand");
        }
        return braced;
    }
}
