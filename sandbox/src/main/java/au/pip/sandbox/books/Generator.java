package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes the books of a specification, step by step: people, documents, bank, then what follows from those. */
final class Generator {
    private final BooksSpec spec;
    private final Ids ids;
    private final Draft draft;

    Generator(BooksSpec spec) {
        this.spec = spec;
        this.ids = new Ids(spec);
        this.draft = new Draft(spec, ids);
    }

    Books books() {
        Dice dice = draft.dice("organisation");
        Trade trade = Trade.of(spec.company(), dice);
        Organisation organisation = organisation(dice, trade);
        List<Account> accounts = Chart.of(ids, spec.company());
        Cast cast = new Cast(draft);
        Rates rates = new Rates(draft);
        PurchasePlan purchases = new PurchasePlan(draft, cast);
        new SalesPlan(draft, cast, trade).make();
        purchases.make();
        new PlantedSales(draft, cast, trade, rates).make();
        new PlantedPurchases(draft, cast, rates, purchases).make();
        switch (spec.company()) {
            case SOLE_TRADER, PTY_LTD -> {}
            case CAFE -> TakingsPlan.make(draft, cast);
            case EXPORTER -> new ExportPlan(draft, cast, rates).make();
            case BUILDER -> new RetentionPlan(draft, cast).make();
        }
        numberSales();
        new BankPlan(draft, cast).make();
        if (draft.isPtyLtd()) {
            new PayrollPlan(draft, cast).make();
        }
        DepreciationPlan.make(draft);
        List<JournalEntry> untaxed = Posting.journal(draft, List.of());
        BasPlan.make(draft, cast, untaxed, CashBasis.journal(untaxed, draft.invoices, new Ids(spec)));
        List<AdvancePayment> advances = spec.advancePayments() ? AdvancePlan.make(draft, cast) : List.of();
        Paperwork paperwork = new PaperPlan(draft, cast, trade).make(advances);
        sort();
        List<JournalEntry> opening = Opening.balances(draft, Posting.journal(draft, List.of()));
        List<JournalEntry> journal = Posting.journal(draft, opening);
        return new Books(
                spec,
                organisation,
                accounts,
                draft.contacts,
                draft.invoices,
                draft.creditNotes,
                draft.bankTransactions,
                draft.manualJournals,
                journal,
                CashBasis.journal(journal, draft.invoices, new Ids(spec)),
                BudgetPlan.make(draft, accounts, new Balances(journal)),
                paperwork);
    }

    private Organisation organisation(Dice dice, Trade trade) {
        String owner = dice.pick(Names.LAST);
        String name = dice.chance(50)
                ? dice.pick(Names.PLACES) + " " + dice.pick(trade.suffixes())
                : owner + " " + dice.pick(trade.suffixes());
        String legalName = spec.company().isIncorporated() ? name + " Pty Ltd" : dice.pick(Names.FIRST) + " " + owner;
        String letters = "abcdefghjkmnpqrstuvwxyz";
        StringBuilder shortCode = new StringBuilder("!");
        for (int letter = 0; letter < 5; letter++) {
            shortCode.append(letters.charAt(dice.between(0, letters.length() - 1)));
        }
        return new Organisation(
                ids.next("organisation"),
                ids.next("tenant"),
                shortCode.toString(),
                name,
                legalName,
                String.format(Locale.ROOT, "%011d", 50_000_000_000L + dice.between(0, 999_999_999)),
                spec.company());
    }

    /** Sales invoices are numbered in the order of their dates. */
    private void numberSales() {
        draft.invoices.sort(Comparator.comparing(Invoice::date));
        List<Invoice> numbered = new ArrayList<>();
        int next = 1041;
        for (Invoice invoice : draft.invoices) {
            numbered.add(
                    invoice.side() == Side.SALE
                            ? invoice.withNumber(String.format(Locale.ROOT, "INV-%04d", next++))
                            : invoice);
        }
        draft.invoices.clear();
        draft.invoices.addAll(numbered);
    }

    private void sort() {
        Comparator<LocalDate> earlier = Comparator.naturalOrder();
        draft.creditNotes.sort(Comparator.comparing(CreditNote::date, earlier));
        draft.bankTransactions.sort(Comparator.comparing(BankTransaction::date, earlier));
        draft.manualJournals.sort(Comparator.comparing(ManualJournal::date, earlier));
    }
}
