package au.pip.sandbox.books;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chart of accounts, with the codes that an Australian organisation in Xero tends to have. */
final class Chart {
    static final String BANK = "090";
    static final String SAVINGS = "091";
    static final String SALES = "200";
    static final String INTEREST_INCOME = "270";
    static final String COST_OF_SALES = "310";
    static final String DEPRECIATION = "416";
    static final String WAGES = "477";
    static final String SUPER = "478";
    static final String CURRENCY_GAINS = "499";
    static final String RECEIVABLE = "610";
    static final String PREPAYMENTS = "620";
    static final String OFFICE_EQUIPMENT = "710";
    static final String OFFICE_DEPRECIATION = "711";
    static final String COMPUTER_EQUIPMENT = "720";
    static final String COMPUTER_DEPRECIATION = "721";
    static final String PAYABLE = "800";
    static final String WAGES_PAYABLE = "804";
    static final String GST = "820";
    static final String PAYG_WITHHOLDING = "825";
    static final String SUPER_PAYABLE = "826";
    static final String TRACKING_TRANSFERS = "877";
    static final String DRAWINGS = "880";
    static final String FUNDS_INTRODUCED = "881";
    static final String LOAN = "900";
    static final String RETAINED_EARNINGS = "960";
    static final String SHARE_CAPITAL = "970";

    private final Ids ids;
    private final List<Account> accounts = new ArrayList<>();

    private Chart(Ids ids) {
        this.ids = ids;
    }

    static List<Account> of(Ids ids, Company company) {
        Chart chart = new Chart(ids);
        chart.assetsAndLiabilities(company);
        chart.incomeAndExpenses();
        chart.accounts.sort((one, other) -> one.code().compareTo(other.code()));
        return List.copyOf(chart.accounts);
    }

    private void assetsAndLiabilities(Company company) {
        add(BANK, "Business Bank Account", AccountType.BANK, TaxType.BASEXCLUDED);
        add(SAVINGS, "Business Savings Account", AccountType.BANK, TaxType.BASEXCLUDED);
        system(RECEIVABLE, "Accounts Receivable", AccountType.CURRENT, "DEBTORS");
        add(PREPAYMENTS, "Prepayments", AccountType.PREPAYMENT, TaxType.BASEXCLUDED);
        add("630", "Inventory", AccountType.INVENTORY, TaxType.BASEXCLUDED);
        add(OFFICE_EQUIPMENT, "Office Equipment", AccountType.FIXED, TaxType.CAPEXINPUT);
        add(
                OFFICE_DEPRECIATION,
                "Less Accumulated Depreciation on Office Equipment",
                AccountType.FIXED,
                TaxType.BASEXCLUDED);
        add(COMPUTER_EQUIPMENT, "Computer Equipment", AccountType.FIXED, TaxType.CAPEXINPUT);
        add(
                COMPUTER_DEPRECIATION,
                "Less Accumulated Depreciation on Computer Equipment",
                AccountType.FIXED,
                TaxType.BASEXCLUDED);
        system(PAYABLE, "Accounts Payable", AccountType.CURRLIAB, "CREDITORS");
        system("801", "Unpaid Expense Claims", AccountType.CURRLIAB, "UNPAIDEXPCLM");
        system(WAGES_PAYABLE, "Wages Payable", AccountType.CURRLIAB, "WAGEPAYABLES");
        system(GST, "GST", AccountType.CURRLIAB, "GST");
        add(PAYG_WITHHOLDING, "PAYG Withholdings Payable", AccountType.PAYGLIABILITY, TaxType.BASEXCLUDED);
        add(SUPER_PAYABLE, "Superannuation Payable", AccountType.SUPERANNUATIONLIABILITY, TaxType.BASEXCLUDED);
        add("830", "Income Tax Payable", AccountType.CURRLIAB, TaxType.BASEXCLUDED);
        system("840", "Historical Adjustment", AccountType.CURRLIAB, "HISTORICAL");
        add("850", "Suspense", AccountType.CURRLIAB, TaxType.BASEXCLUDED);
        system("860", "Rounding", AccountType.CURRLIAB, "ROUNDING");
        system(TRACKING_TRANSFERS, "Tracking Transfers", AccountType.CURRLIAB, "TRACKINGTRANSFERS");
        if (company == Company.SOLE_TRADER) {
            add(DRAWINGS, "Owner Drawings", AccountType.EQUITY, TaxType.BASEXCLUDED);
            add(FUNDS_INTRODUCED, "Owner Funds Introduced", AccountType.EQUITY, TaxType.BASEXCLUDED);
        } else {
            add(SHARE_CAPITAL, "Share Capital", AccountType.EQUITY, TaxType.BASEXCLUDED);
        }
        add(LOAN, "Equipment Loan", AccountType.TERMLIAB, TaxType.BASEXCLUDED);
        system(RETAINED_EARNINGS, "Retained Earnings", AccountType.EQUITY, "RETAINEDEARNINGS");
    }

    private void incomeAndExpenses() {
        add(SALES, "Sales", AccountType.REVENUE, TaxType.OUTPUT);
        add("260", "Other Revenue", AccountType.REVENUE, TaxType.OUTPUT);
        add(INTEREST_INCOME, "Interest Income", AccountType.OTHERINCOME, TaxType.INPUTTAXED);
        add(COST_OF_SALES, "Cost of Goods Sold", AccountType.DIRECTCOSTS, TaxType.INPUT);
        expense("400", "Advertising", TaxType.INPUT);
        expense("404", "Bank Fees", TaxType.EXEMPTEXPENSES);
        expense("408", "Cleaning", TaxType.INPUT);
        expense("412", "Consulting & Accounting", TaxType.INPUT);
        add(DEPRECIATION, "Depreciation", AccountType.DEPRECIATN, TaxType.BASEXCLUDED);
        expense("420", "Entertainment", TaxType.INPUT);
        expense("425", "Freight & Courier", TaxType.INPUT);
        expense("429", "General Expenses", TaxType.INPUT);
        expense("433", "Insurance", TaxType.INPUT);
        expense("437", "Interest Expense", TaxType.EXEMPTEXPENSES);
        expense("441", "Legal Expenses", TaxType.INPUT);
        expense("445", "Light, Power, Heating", TaxType.INPUT);
        expense("449", "Motor Vehicle Expenses", TaxType.INPUT);
        expense("453", "Office Expenses", TaxType.INPUT);
        expense("461", "Printing & Stationery", TaxType.INPUT);
        add("469", "Rent", AccountType.OVERHEADS, TaxType.INPUT);
        expense("473", "Repairs and Maintenance", TaxType.INPUT);
        add(WAGES, "Wages and Salaries", AccountType.WAGESEXPENSE, TaxType.BASEXCLUDED);
        add(SUPER, "Superannuation", AccountType.SUPERANNUATIONEXPENSE, TaxType.BASEXCLUDED);
        expense("485", "Subscriptions", TaxType.INPUT);
        expense("489", "Telephone & Internet", TaxType.INPUT);
        expense("493", "Travel - National", TaxType.INPUT);
        expense("494", "Travel - International", TaxType.EXEMPTEXPENSES);
        system("497", "Bank Revaluations", AccountType.EXPENSE, "BANKCURRENCYGAIN");
        system("498", "Unrealised Currency Gains", AccountType.EXPENSE, "UNREALISEDCURRENCYGAIN");
        system(CURRENCY_GAINS, "Realised Currency Gains", AccountType.EXPENSE, "REALISEDCURRENCYGAIN");
        expense("505", "Income Tax Expense", TaxType.BASEXCLUDED);
    }

    private void expense(String code, String name, TaxType taxType) {
        add(code, name, AccountType.EXPENSE, taxType);
    }

    private void add(String code, String name, AccountType type, TaxType taxType) {
        account(code, name, type, taxType, null);
    }

    private void system(String code, String name, AccountType type, String systemAccount) {
        account(code, name, type, TaxType.BASEXCLUDED, systemAccount);
    }

    private void account(String code, String name, AccountType type, TaxType taxType, @Nullable String systemAccount) {
        accounts.add(new Account(ids.next("account-" + code), code, name, type, taxType, systemAccount));
    }
}
