package au.pip.assistant.tools;

import au.pip.ledger.Money;
import au.pip.ledger.Source;
import java.util.ArrayList;
import java.util.List;

/** The records behind one figure: what they come to, how many they are, and the ids that a source names. */
final class Gathered {
    private final List<String> ids = new ArrayList<>();
    private int records;
    private Money total;

    Gathered(Money zero) {
        this.total = zero;
    }

    void add(Money amount, String id) {
        total = total.plus(amount);
        records++;
        name(id);
    }

    void addAll(Gathered other) {
        total = total.plus(other.total);
        records += other.records;
        other.ids.forEach(this::name);
    }

    private void name(String id) {
        if (ids.size() < Source.MOST_IDS) {
            ids.add(id);
        }
    }

    Money total() {
        return total;
    }

    int records() {
        return records;
    }

    Source source(Evidence evidence) {
        return evidence.of(ids, records, null);
    }
}
