package au.pip.assistant.tools;

import au.pip.agent.Tool;
import au.pip.agent.ToolGroup;
import au.pip.assistant.books.Books;
import au.pip.assistant.drafts.Proposals;
import au.pip.ledger.FactBook;
import au.pip.xero.Organisation;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tools over one organisation's books that its connection permits. */
public final class BooksTools {
    private static final MonthDay JUNE_30 = MonthDay.of(6, 30);
    /** Every tool that reads the books asks what the organisation is. */
    private static final String SETTINGS = "accounting.settings";

    private static final String INVOICES = "accounting.invoices";
    private static final String BANK = "accounting.banktransactions";
    private static final String PROFIT = "accounting.reports.profitandloss";
    private static final String BALANCE = "accounting.reports.balancesheet";
    private static final String BANK_SUMMARY = "accounting.reports.banksummary";

    private final Books books;
    private final List<Offer> always;
    private final Map<Area, List<Offer>> areas;

    private BooksTools(Books books, List<Offer> always, Map<Area, List<Offer>> areas) {
        this.books = books;
        this.always = always;
        this.areas = areas;
    }

    /**
     * @param missing the scopes that it needs and that were not granted
     * @param partly what of it is not offered though the tool is
     * @param without the scopes that {@code partly} needs
     */
    private record Offer(Tool tool, List<String> missing, List<String> partly, List<String> without) {
        /** @param scopes without {@code .read} */
        static Offer of(Books books, Tool tool, String... scopes) {
            return new Offer(
                    tool,
                    Stream.of(scopes).filter(scope -> !books.permits(scope)).toList(),
                    List.of(),
                    List.of());
        }

        /** A tool that is there as soon as one of its kinds is permitted. */
        static Offer of(Books books, Kinds kinds, Function<List<String>, BooksTool> tool) {
            List<String> permitted = books.permits(SETTINGS) ? kinds.permitted(books) : List.of();
            if (permitted.isEmpty()) {
                List<String> all = List.copyOf(kinds.scopes().keySet());
                return new Offer(
                        tool.apply(all),
                        Stream.concat(Stream.of(SETTINGS), kinds.scopes().values().stream())
                                .filter(scope -> !books.permits(scope))
                                .distinct()
                                .toList(),
                        List.of(),
                        List.of());
            }
            BooksTool offered = tool.apply(permitted);
            return new Offer(
                    offered,
                    List.of(),
                    kinds.withheld(books).stream()
                            .map(kind -> offered.spec().name() + " of " + kind)
                            .toList(),
                    kinds.scopes().values().stream()
                            .filter(scope -> !books.permits(scope))
                            .distinct()
                            .toList());
        }
    }

    /** Those that read, of a conversation in which nothing was said yet. */
    public static BooksTools over(Books books, FactBook facts) {
        return over(books, facts, List.of(), Proposals.NONE);
    }

    /**
     * @param facts the conversation's facts, to which each tool adds what it finds
     * @param said the person's messages: an amount of their own counts only if it stands there
     * @param proposals where drafts go that the person is to approve
     */
    public static BooksTools over(Books books, FactBook facts, List<String> said, Proposals proposals) {
        List<Offer> always = List.of(
                Offer.of(books, OrganisationDetails.over(books), SETTINGS),
                Offer.of(books, Owed.over(Owed.Side.RECEIVABLES, books, facts), SETTINGS, INVOICES),
                Offer.of(books, Owed.over(Owed.Side.PAYABLES, books, facts), SETTINGS, INVOICES),
                Offer.of(books, Documents.over(books, facts), SETTINGS, INVOICES),
                Offer.of(books, Contacts.over(books, facts), SETTINGS, "accounting.contacts"),
                Offer.of(books, BankBalances.over(books, facts), SETTINGS, BANK_SUMMARY),
                Offer.of(books, BankMoves.over(books, facts), SETTINGS, BANK),
                Offer.of(books, Profit.over(books, facts), SETTINGS, PROFIT),
                Offer.of(books, NetWorth.over(books, facts), SETTINGS, BALANCE),
                Offer.of(books, GstPosition.over(books, facts), SETTINGS, INVOICES, BANK, "accounting.manualjournals"),
                Offer.of(books, Calculate.over(facts)));
        PersonsAmounts amounts = new PersonsAmounts(said);
        Map<Area, List<Offer>> areas = new EnumMap<>(Area.class);
        areas.put(Area.PAPERS, papers(books, facts));
        areas.put(Area.DRAFTS, drafts(books, facts, proposals));
        areas.put(Area.PLANS, plans(books, facts, amounts));
        areas.put(Area.CASH, cash(books, facts, amounts));
        areas.put(Area.TIMING, timing(books, facts));
        areas.put(Area.BIGGEST, biggest(books, facts));
        areas.put(Area.TAX, tax(books, facts));
        areas.put(Area.HOWTO, List.of(Offer.of(books, HowTo.over(facts))));
        return new BooksTools(books, always, areas);
    }

    private static List<Offer> papers(Books books, FactBook facts) {
        return List.of(
                Offer.of(books, OtherDocuments.KINDS, kinds -> OtherDocuments.over(books, facts, kinds)),
                Offer.of(books, DocumentHistory.over(books, facts), SETTINGS, INVOICES, "accounting.attachments"),
                Offer.of(books, PriceLists.KINDS, kinds -> PriceLists.over(books, facts, kinds)));
    }

    private static List<Offer> plans(Books books, FactBook facts, PersonsAmounts said) {
        return List.of(
                Offer.of(books, BudgetCheck.over(books, facts), SETTINGS, "accounting.reports.budgetsummary", PROFIT),
                Offer.of(books, MonthSummary.over(books, facts), SETTINGS, "accounting.reports.executivesummary"),
                Offer.of(books, ProfitCompared.over(books, facts), SETTINGS, PROFIT),
                Offer.of(books, OwnPlan.over(books, facts, said), SETTINGS, PROFIT));
    }

    private static List<Offer> cash(Books books, FactBook facts, PersonsAmounts said) {
        return List.of(
                Offer.of(
                        books, SafeToSpend.over(books, facts, said), SETTINGS, BANK_SUMMARY, INVOICES, BALANCE, PROFIT),
                Offer.of(books, CashAhead.over(books, facts), SETTINGS, BANK_SUMMARY, INVOICES, BANK, BALANCE));
    }

    private static List<Offer> timing(Books books, FactBook facts) {
        return List.of(
                Offer.of(books, LatePayers.over(books, facts), SETTINGS, INVOICES),
                Offer.of(books, DueSoon.over(books, facts), SETTINGS, INVOICES));
    }

    private static List<Offer> biggest(Books books, FactBook facts) {
        return List.of(
                Offer.of(books, BiggestCustomers.over(books, facts), SETTINGS, INVOICES),
                Offer.of(books, BiggestCosts.over(books, facts), SETTINGS, INVOICES, BANK, PROFIT),
                Offer.of(books, OddBills.over(books, facts), SETTINGS, INVOICES));
    }

    private static List<Offer> drafts(Books books, FactBook facts, Proposals proposals) {
        return DraftTools.over(books, facts, proposals).stream()
                .map(tool -> Offer.of(books, tool))
                .toList();
    }

    /** Whether drafts can be proposed. */
    public boolean proposes() {
        return !areas.getOrDefault(Area.DRAFTS, List.of()).isEmpty();
    }

    private static List<Offer> tax(Books books, FactBook facts) {
        String journals = "accounting.manualjournals";
        String balances = "accounting.reports.trialbalance";
        return List.of(
                Offer.of(books, BasFigures.over(books, facts), SETTINGS, INVOICES, BANK, journals),
                Offer.of(books, GstCheck.over(books, facts), SETTINGS, INVOICES, BANK, journals, balances),
                Offer.of(books, TaxDates.over(books, facts), SETTINGS, BANK, journals),
                Offer.of(books, SetAside.over(books, facts), SETTINGS, INVOICES, BANK, journals, balances, PROFIT),
                Offer.of(books, SuperDue.over(books, facts), SETTINGS, BANK, journals, balances),
                Offer.of(books, InstalmentsDue.over(books, facts), SETTINGS),
                Offer.of(books, CompanyOrSoleTrader.over(books, facts), SETTINGS, PROFIT),
                Offer.of(books, TaxFigures.over(books, facts), SETTINGS));
    }

    /** Those that every model is told of. */
    public List<Tool> always() {
        return permitted(always);
    }

    /** The rest, by what they are for. */
    public List<ToolGroup> groups() {
        return areas.entrySet().stream()
                .map(area -> area.getKey().of(permitted(area.getValue())))
                .toList();
    }

    /** All of them. */
    public List<Tool> permitted() {
        return permitted(offers().toList());
    }

    private List<Tool> permitted(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.missing().isEmpty())
                .map(offer ->
                        offer.tool() instanceof BooksTool reads ? reads.telling(books.steps()::told) : offer.tool())
                .toList();
    }

    private Stream<Offer> offers() {
        return Stream.concat(always.stream(), areas.values().stream().flatMap(List::stream));
    }

    /** What the connection does not permit, such as {@code receivables (needs accounting.invoices.read)}. */
    public List<String> withheld() {
        return offers().flatMap(offer -> offer.missing().isEmpty()
                        ? offer.partly().stream()
                        : Stream.of(offer.tool().spec().name() + " (needs " + String.join(", ", named(offer.missing()))
                                + ")"))
                .toList();
    }

    /** How the person grants what the tools that are withheld need. */
    public String granting() {
        return books.steps()
                .toGrant(named(
                        offers().flatMap(offer -> Stream.concat(offer.missing().stream(), offer.without().stream()))
                                .distinct()
                                .toList()));
    }

    private List<String> named(List<String> scopes) {
        return scopes.stream().map(books.steps()::scope).distinct().toList();
    }

    static PeriodWords periods(Books books) {
        Organisation organisation = books.organisation();
        return new PeriodWords(books.today(), Objects.requireNonNullElse(organisation.financialYearEnd(), JUNE_30));
    }
}
