package au.pip.evaluation.grounding;

import java.util.Arrays;
import java.util.List;

/** Measures that one tool gives together, which are easily taken for one another. */
enum Family {
    SPENDABLE(Kind.SAFE, Kind.SPOKEN, Kind.LEFT, Kind.BUFFER),
    CASH_AHEAD(Kind.CASH_THEN, Kind.CASH_IN, Kind.CASH_OUT),
    FORM(Kind.LABEL_G1, Kind.LABEL_1A, Kind.LABEL_1B, Kind.LABEL_W1, Kind.LABEL_W2),
    PUT_AWAY(Kind.SET_ASIDE, Kind.TAX_SO_FAR, Kind.INSTALMENTS),
    STAFF(Kind.SUPER_UNPAID, Kind.WITHHELD),
    HABITS(Kind.DAYS_LATE, Kind.PAID_INVOICES),
    PLAN(Kind.BUDGETED, Kind.ABOVE_BUDGET, Kind.ABOVE_PLAN, Kind.INCOME),
    ODD(Kind.DOUBLES, Kind.FAR_ABOVE),
    RATES(Kind.SUPER_RATE, Kind.COMPANY_RATE, Kind.FULL_RATE),
    LIMITS(Kind.WRITE_OFF, Kind.GST_TURNOVER),
    DUE(Kind.BAS_DUE, Kind.BAS_AGENT),
    RESULT(Kind.PROFIT, Kind.INCOME, Kind.EXPENSES, Kind.MORE_PROFIT),
    SIDES(Kind.GST_SALES, Kind.GST_PURCHASES, Kind.GST_NET);

    /** Unmodifiable. */
    @SuppressWarnings("ImmutableEnumChecker")
    final List<Kind> kinds;

    Family(Kind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** The measures beside which one stands; itself alone where there is none. */
    static List<Kind> of(Kind kind) {
        return Arrays.stream(values())
                .filter(family -> family.kinds.contains(kind))
                .map(family -> family.kinds)
                .findFirst()
                .orElse(List.of(kind));
    }
}
