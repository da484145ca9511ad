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
    GROWTH("change in net profit", Unit.PERCENT, Of.BUSINESS);

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
        DOCUMENT
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
            default -> false;
        };
    }
}
