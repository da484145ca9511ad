package au.pip.ledger.tax;

import au.pip.ledger.Money;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** What a figure of the tax data states. */
public sealed interface TaxValue {
    record Single(Value value) implements TaxValue {}

    /** @param brackets the lowest first, beginning at zero */
    record Brackets(List<Bracket> brackets) implements TaxValue {
        public Brackets {
            brackets = List.copyOf(brackets);
        }
    }

    /**
     * @param over the rate holds for income above this
     * @param percent 16 means 16 cents in the dollar
     */
    record Bracket(Money over, BigDecimal percent) {}

    /** @param days for the quarters that end in September, December, March and June, in this order */
    record QuarterDays(List<MonthDay> days) implements TaxValue {
        public QuarterDays {
            days = List.copyOf(days);
        }
    }

    /** The first such day after the year's end. */
    record YearDay(MonthDay day) implements TaxValue {}

    record Days(List<LocalDate> days) implements TaxValue {
        public Days {
            days = List.copyOf(days);
        }
    }
}
