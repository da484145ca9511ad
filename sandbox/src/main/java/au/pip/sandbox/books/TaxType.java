package au.pip.sandbox.books;

/** The Australian tax types of Xero with their rates. */
public enum TaxType {
    OUTPUT("GST on Income", 10),
    INPUT("GST on Expenses", 10),
    CAPEXINPUT("GST on Capital", 10),
    EXEMPTOUTPUT("GST Free Income", 0),
    EXEMPTEXPENSES("GST Free Expenses", 0),
    EXEMPTCAPITAL("GST Free Capital", 0),
    EXEMPTEXPORT("GST Free Exports", 0),
    INPUTTAXED("Input Taxed", 0),
    BASEXCLUDED("BAS Excluded", 0),
    GSTONIMPORTS("GST on Imports", 0),
    GSTONCAPIMPORTS("GST on Capital Imports", 0);

    private final String label;
    private final int percent;

    TaxType(String label, int percent) {
        this.label = label;
        this.percent = percent;
    }

    public String label() {
        return label;
    }

    public int percent() {
        return percent;
    }

    /** The tax on an amount exclusive of tax, in cents, rounded half up. */
    long onExclusive(long cents) {
        return Math.floorDiv(2 * cents * percent + 100, 200);
    }

    /** The tax inside an amount inclusive of tax, in cents, rounded half up. */
    long insideInclusive(long cents) {
        int divisor = 100 + percent;
        return Math.floorDiv(2 * cents * percent + divisor, 2L * divisor);
    }
}
