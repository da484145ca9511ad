package au.pip.xero;

/** Which part of a business's profit a section of a report is about. */
enum ReportPart {
    INCOME,
    COST_OF_SALES,
    OTHER_INCOME,
    EXPENSES,
    /** Without a title: the totals between sections. */
    BETWEEN,
    UNKNOWN;

    /** By words of the title, which differ by region: "Less Cost of Sales", "Less Cost of Goods Sold"… */
    static ReportPart of(String title) {
        String words = ReportAmounts.lower(title);
        if (words.isEmpty()) {
            return BETWEEN;
        }
        if (words.contains("cost of") || words.contains("direct cost")) {
            return COST_OF_SALES;
        }
        if (words.contains("expense") || words.contains("overhead")) {
            return EXPENSES;
        }
        if (words.contains("other income") || words.contains("other revenue")) {
            return OTHER_INCOME;
        }
        if (words.contains("income") || words.contains("revenue") || words.contains("sales")) {
            return INCOME;
        }
        return UNKNOWN;
    }
}
