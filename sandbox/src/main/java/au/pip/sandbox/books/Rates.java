package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** US dollars for one AUD, month by month: a walk near 0.65 with six decimals, never round. */
final class Rates {
    private final Map<YearMonth, BigDecimal> monthly = new HashMap<>();

    Rates(Draft draft) {
        Dice dice = draft.dice("rates");
        int rate = 652_000;
        for (YearMonth month : draft.months()) {
            rate += dice.between(-9_000, 9_000) + (652_000 - rate) / 6;
            int odd = rate / 10 * 10 + dice.between(1, 9);
            monthly.put(month, BigDecimal.valueOf(odd, 6));
        }
    }

    BigDecimal on(LocalDate date) {
        return monthly.getOrDefault(YearMonth.from(date), BigDecimal.valueOf(652_417, 6));
    }
}
