package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.Tool;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.NextSteps;
import au.pip.ledger.FactBook;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import au.pip.xero.auth.Scopes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    @Test
    void offersAllWhatIsAskedForByDefaultAndWhatIsNotKnown() {
        int all = names(tools(null)).size();

        assertThat(names(tools(Scopes.ofPerson("")))).hasSize(all);
        assertThat(names(tools(Scopes.ofPerson("broad")))).hasSize(all);
        assertThat(tools(Scopes.ofPerson("")).withheld()).isEmpty();
    }

    @Test
    void hidesAToolWhoseScopeIsMissingAndNamesIt() {
        Set<String> granted = new TreeSet<>(Scopes.ofPerson(""));
        granted.remove("accounting.reports.profitandloss.read");
        granted.remove("accounting.manualjournals.read");

        BooksTools tools = tools(granted);

        assertThat(names(tools)).contains("receivables").doesNotContain("profit_and_loss", "gst_position");
        assertThat(tools.withheld())
                .containsExactly(
                        "profit_and_loss (needs accounting.reports.profitandloss.read)",
                        "gst_position (needs accounting.manualjournals.read)",
                        "budget (needs accounting.reports.profitandloss.read)",
                        "compare_profit (needs accounting.reports.profitandloss.read)",
                        "own_plan (needs accounting.reports.profitandloss.read)",
                        "safe_to_spend (needs accounting.reports.profitandloss.read)",
                        "biggest_costs (needs accounting.reports.profitandloss.read)",
                        "bas_figures (needs accounting.manualjournals.read)",
                        "gst_check (needs accounting.manualjournals.read)",
                        "tax_dates (needs accounting.manualjournals.read)",
                        "tax_to_set_aside (needs accounting.manualjournals.read, accounting.reports.profitandloss.read)",
                        "super_due (needs accounting.manualjournals.read)",
                        "company_or_sole_trader (needs accounting.reports.profitandloss.read)");
    }

    @Test
    void offersOnlyTheKindsThatArePermitted() {
        Set<String> granted = new TreeSet<>(Scopes.ofPerson(""));
        granted.remove("accounting.payments.read");
        granted.remove("accounting.contacts.read");

        BooksTools tools = tools(granted);

        assertThat(kinds(tools, "other_documents")).containsExactly("quotes", "purchase_orders", "bank_transfers");
        assertThat(kinds(tools, "lists")).containsExactly("items", "tracking_categories", "currencies");
        assertThat(tools.withheld())
                .containsExactly(
                        "contacts (needs accounting.contacts.read)",
                        "other_documents of overpayments (needs accounting.payments.read)",
                        "other_documents of prepayments (needs accounting.payments.read)",
                        "lists of contact_groups (needs accounting.contacts.read)");
    }

    @Test
    void hidesAToolWithoutAnyPermittedKind() {
        assertThat(tools(Set.of("accounting.settings.read")).withheld())
                .contains(
                        "other_documents (needs accounting.invoices.read, accounting.payments.read,"
                                + " accounting.banktransactions.read)",
                        "document_history (needs accounting.invoices.read, accounting.attachments.read)");
        assertThat(names(tools(Set.of("accounting.invoices.read")))).containsExactly("calculate", "how_to");
    }

    @Test
    void leavesArithmeticWhenNothingMayBeRead() {
        assertThat(names(tools(Set.of("openid")))).containsExactly("calculate", "how_to");
    }

    private static List<String> kinds(BooksTools tools, String name) {
        List<String> kinds = new ArrayList<>();
        tools.permitted().stream()
                .map(Tool::spec)
                .filter(spec -> spec.name().equals(name))
                .forEach(spec ->
                        spec.inputSchema().at("/properties/kind/enum").forEach(kind -> kinds.add(kind.asString())));
        return kinds;
    }

    private static List<String> names(BooksTools tools) {
        return tools.permitted().stream()
                .map(Tool::spec)
                .map(spec -> spec.name())
                .toList();
    }

    private static BooksTools tools(@Nullable Set<String> granted) {
        try (XeroHttp http = new XeroHttp(XeroSettings.defaults())) {
            XeroApi xero = new XeroApi(http, () -> "none", "3b1a7a4e-3c55-4bb0-9a39-6d7f2d0b1a11");
            return BooksTools.over(new Books(xero, Clock.systemUTC(), granted, NextSteps.CONNECT), new FactBook());
        }
    }
}
