package au.pip.evaluation.grounding;

/** What the made facts are of. */
enum Kind {
    OWED_IN("owed to you", Unit.MONEY, Of.CUSTOMER),
    LATE_IN("overdue", Unit.MONEY, Of.CUSTOMER),
    OWED_OUT("owed by you", Unit.MONEY, Of.SUPPLIER),
    PROFIT("net profit", Unit.MONEY, Of.BUSINESS),
    INCOME("income", Unit.MONEY, Of.BUSINESS),
    EXPENSES("expenses", Unit.MONEY, Of.BUSINESS),
    GST_SALES("GST on sales", Unit.MONEY, Of.BUSINESS),
    GST_PURCHASES("GST on purchases", Unit.MONEY, Of.BUSINESS),
    GST_NET("GST to pay", Unit.MONEY, Of.BUSINESS),
    BANK("balance by the books", Unit.MONEY, Of.ACCOUNT),
    NET_ASSETS("net assets", Unit.MONEY, Of.BUSINESS),
    WITH_GST("total with GST, authorised", Unit.MONEY, Of.DOCUMENT),
    WITHOUT_GST("total without GST, authorised", Unit.MONEY, Of.DOCUMENT),
    STILL_DUE("still due", Unit.MONEY, Of.DOCUMENT),
    DUE_DAY("due date", Unit.DAY, Of.DOCUMENT),
    CUSTOMERS("customers", Unit.COUNT, Of.CUSTOMER),
    INVOICES("open sales invoices", Unit.COUNT, Of.CUSTOMER),
    BILLS("open bills", Unit.COUNT, Of.SUPPLIER),
    MARGIN("gross profit margin", Unit.PERCENT, Of.BUSINESS),
    GROWTH("change in net profit", Unit.PERCENT, Of.BUSINESS),
    SAFE("safe to spend", Unit.MONEY, Of.BUSINESS),
    SPOKEN("spoken for", Unit.MONEY, Of.BUSINESS),
    LEFT("left after what is spoken for", Unit.MONEY, Of.BUSINESS),
    BUFFER("buffer, a month's usual costs", Unit.MONEY, Of.BUSINESS),
    CASH_THEN("expected in the bank", Unit.MONEY, Of.BUSINESS),
    CASH_IN("expected from customers", Unit.MONEY, Of.BUSINESS),
    CASH_OUT("expected to go out", Unit.MONEY, Of.BUSINESS),
    LABEL_G1("G1 total sales with GST", Unit.MONEY, Of.BUSINESS),
    LABEL_1A("1A GST on sales", Unit.MONEY, Of.BUSINESS),
    LABEL_1B("1B GST on purchases", Unit.MONEY, Of.BUSINESS),
    LABEL_W1("W1 wages", Unit.MONEY, Of.BUSINESS),
    LABEL_W2("W2 withheld from wages", Unit.MONEY, Of.BUSINESS),
    SUPER_UNPAID("super not paid yet", Unit.MONEY, Of.BUSINESS),
    SUPER_ON_WAGES("super guarantee on the wages", Unit.MONEY, Of.BUSINESS),
    SET_ASIDE("to put away for tax", Unit.MONEY, Of.BUSINESS),
    TAX_SO_FAR("income tax so far", Unit.MONEY, Of.BUSINESS),
    INSTALMENTS("instalments of income tax paid", Unit.MONEY, Of.BUSINESS),
    WITHHELD("tax withheld from wages, not paid yet", Unit.MONEY, Of.BUSINESS),
    DAYS_LATE("average days late", Unit.COUNT, Of.CUSTOMER),
    PAID_INVOICES("invoices paid", Unit.COUNT, Of.CUSTOMER),
    OLDEST("days overdue, the oldest", Unit.COUNT, Of.CUSTOMER),
    INVOICED("invoiced without GST", Unit.MONEY, Of.CUSTOMER),
    INVOICED_SHARE("share of invoiced without GST", Unit.PERCENT, Of.CUSTOMER),
    SPENT("costs without GST", Unit.MONEY, Of.SUPPLIER),
    SPENT_SHARE("share of costs without GST", Unit.PERCENT, Of.SUPPLIER),
    DOUBLES("bills that may be entered twice", Unit.COUNT, Of.SUPPLIER),
    FAR_ABOVE("bills far above the usual", Unit.COUNT, Of.SUPPLIER),
    BUDGETED("budgeted income", Unit.MONEY, Of.BUSINESS),
    ABOVE_BUDGET("income above budget", Unit.MONEY, Of.BUSINESS),
    ABOVE_PLAN("income above your plan", Unit.MONEY, Of.BUSINESS),
    MORE_PROFIT("more net profit than the year before", Unit.MONEY, Of.BUSINESS),
    SUPER_RATE("super guarantee rate", Unit.PERCENT, Of.LAW),
    COMPANY_RATE("company tax rate of base rate entities", Unit.PERCENT, Of.LAW),
    FULL_RATE("full company tax rate", Unit.PERCENT, Of.LAW),
    WRITE_OFF("instant asset write-off limit", Unit.MONEY, Of.LAW),
    GST_TURNOVER("GST registration turnover", Unit.MONEY, Of.LAW),
    BAS_DUE("activity statement due, lodged yourself", Unit.DAY, Of.BUSINESS),
    BAS_AGENT("activity statement due, possible through an agent", Unit.DAY, Of.BUSINESS),
    /** How long a fact's days are, in whole months. */
    MONTHS("cost of sales and expenses", Unit.COUNT, Of.LENGTH),
    /** The same in days. */
    DAYS("in the bank and expected", Unit.COUNT, Of.LENGTH);

    enum Unit {
        MONEY,
        COUNT,
        PERCENT,
        DAY
    }

    enum Of {
        CUSTOMER,
        SUPPLIER,
        BUSINESS,
        ACCOUNT,
        DOCUMENT,
        LAW,
        LENGTH
    }

    final String measure;
    final Unit unit;
    final Of of;

    Kind(String measure, Unit unit, Of of) {
        this.measure = measure;
        this.unit = unit;
        this.of = of;
    }

    /** Whether it has a span of days rather than a day it is as of. */
    boolean spans() {
        return switch (this) {
            case PROFIT, INCOME, EXPENSES, GST_SALES, GST_PURCHASES, GST_NET, MARGIN, GROWTH -> true;
            case CASH_THEN, CASH_IN, CASH_OUT, LABEL_G1, LABEL_1A, LABEL_1B, LABEL_W1, LABEL_W2, SUPER_ON_WAGES -> true;
            case SET_ASIDE, TAX_SO_FAR, INSTALMENTS, DAYS_LATE, PAID_INVOICES, INVOICED, INVOICED_SHARE -> true;
            case SPENT, SPENT_SHARE, DOUBLES, FAR_ABOVE, BUDGETED, ABOVE_BUDGET, ABOVE_PLAN, MORE_PROFIT -> true;
            case SUPER_RATE, COMPANY_RATE, FULL_RATE, WRITE_OFF, GST_TURNOVER, BAS_DUE, BAS_AGENT -> true;
            default -> false;
        };
    }

    /** A form's label and what stands there are the same. */
    Kind meaning() {
        return switch (this) {
            case LABEL_1A -> GST_SALES;
            case LABEL_1B -> GST_PURCHASES;
            default -> this;
        };
    }

    /** Whether it is told of one customer, supplier, account or document. */
    boolean isOfOne() {
        return switch (this) {
            case CUSTOMERS, INVOICES, BILLS, DOUBLES, FAR_ABOVE -> false;
            default -> of != Of.BUSINESS && of != Of.LAW && of != Of.LENGTH;
        };
    }

    /** Whether it is told of the business, of all or of the law. */
    boolean isOfAll() {
        return switch (this) {
            case DAYS_LATE, PAID_INVOICES, OLDEST, INVOICED, INVOICED_SHARE, SPENT, SPENT_SHARE -> false;
            default -> of != Of.DOCUMENT && of != Of.LENGTH;
        };
    }

    /** Whether what has this measure may be taken for what has the other. */
    boolean isLike(Kind other, boolean ofOne) {
        return unit == other.unit
                && meaning() != other.meaning()
                && spans() == other.spans()
                && (of == Of.LAW) == (other.of == Of.LAW)
                && (ofOne ? other.isOfOne() && of == other.of : other.isOfAll());
    }
}
