package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is sent, to the byte, and that nothing else can be read back as a draft. */
class DraftJsonTest {
    private static final String CONTENT = "\"Status\":\"DRAFT\",\"Contact\":{\"ContactID\":\"" + SampleDrafts.CONTACT
            + "\"},\"Date\":\"2026-11-28\",\"LineAmountTypes\":\"Exclusive\",\"CurrencyCode\":\"AUD\",\"LineItems\":"
            + "[{\"Description\":\"Timber, \\\"dressed\\\"\",\"Quantity\":2.5,\"UnitAmount\":10,\"AccountCode\":\"200\","
            + "\"TaxType\":\"OUTPUT\"}]";

    @Test
    void rendersEachKindAsXeroTakesIt() {
        assertThat(SampleDrafts.all().stream().map(Draft::json))
                .containsExactly(
                        "{\"Contacts\":[{\"Name\":\"Bay Timber\",\"FirstName\":\"Ana\",\"LastName\":\"Reid\","
                                + "\"EmailAddress\":\"ana@bay.example\",\"TaxNumber\":\"51 824 753 556\"}]}",
                        "{\"Invoices\":[{\"Type\":\"ACCREC\"," + CONTENT
                                + ",\"DueDate\":\"2026-12-12\",\"Reference\":\"Job 7\"}]}",
                        "{\"Invoices\":[{\"Type\":\"ACCPAY\"," + CONTENT
                                + ",\"DueDate\":\"2026-11-28\",\"InvoiceNumber\":\"B-17\"}]}",
                        "{\"CreditNotes\":[{\"Type\":\"ACCRECCREDIT\"," + CONTENT + ",\"Reference\":\"Job 7\"}]}",
                        "{\"Quotes\":[{" + CONTENT.replace("Exclusive", "EXCLUSIVE")
                                + ",\"ExpiryDate\":\"2026-12-28\",\"Title\":\"Deck\",\"Reference\":\"Q for Ana\"}]}");
    }

    @Test
    void writesASuppliersCreditNumberWhereXeroHasIt() {
        Draft note = new CreditNoteDraft(CreditNote.Type.ACCPAYCREDIT, SampleDrafts.content(), "C-9");

        assertThat(note.json()).contains("\"CreditNoteNumber\":\"C-9\"").doesNotContain("Reference");
        assertThat(Draft.read(DraftKind.CREDIT_NOTE, note.json())).isEqualTo(note);
    }

    @Test
    void writesDecimalsPlainly() {
        Draft draft =
                SampleDrafts.invoice(SampleDrafts.content(SampleDrafts.CONTACT, SampleDrafts.line("1E+3", "0.0100")));

        assertThat(draft.json()).contains("\"Quantity\":1000,\"UnitAmount\":0.01,");
    }

    @Test
    void readsNothingButWhatItWrote() {
        String invoice = SampleDrafts.all().get(1).json();
        List<String> others = List.of(
                invoice.replace("DRAFT", "AUTHORISED"),
                invoice.replace("\"Type\":\"ACCREC\"", "\"Type\":\"ACCPAY\""),
                invoice.replace("{\"Type\"", "{\"InvoiceID\":\"" + SampleDrafts.CONTACT + "\",\"Type\""),
                invoice.replace("\"DueDate\"", "\"SentToContact\":true,\"DueDate\""),
                invoice.replace("2.5", "2.50"),
                invoice.replace("]}", "]} "),
                invoice.replace("}]}", "},{}]}"),
                invoice.replace("2026-12-12", "soon"),
                "{}",
                "[",
                "");

        for (String other : others) {
            assertThat(other).isNotEqualTo(invoice);
            assertThatIllegalArgumentException()
                    .as(other)
                    .isThrownBy(() -> Draft.read(DraftKind.INVOICE, other))
                    .withMessageContaining("draft");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Draft.read(DraftKind.BILL, invoice));
        assertThatIllegalArgumentException().isThrownBy(() -> Draft.read(DraftKind.QUOTE, invoice));
    }

    @Test
    void hashesTheKindTheDraftTheAccountAndTheOrganisation() {
        Draft invoice = SampleDrafts.all().get(1);
        Draft bill = new BillDraft(SampleDrafts.content(), SampleDrafts.DAY.plusDays(14), "Job 7");
        Draft other =
                SampleDrafts.invoice(SampleDrafts.content(SampleDrafts.CONTACT, SampleDrafts.line("2.5", "10.01")));
        String hash = invoice.hash("ann", FakeXero.TENANT);

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(Draft.read(DraftKind.INVOICE, invoice.json()).hash("ann", FakeXero.TENANT.toUpperCase(Locale.ROOT)))
                .isEqualTo(hash);
        assertThat(List.of(
                        bill.hash("ann", FakeXero.TENANT),
                        other.hash("ann", FakeXero.TENANT),
                        invoice.hash("bob", FakeXero.TENANT),
                        invoice.hash("ann", SampleDrafts.CONTACT)))
                .doesNotHaveDuplicates()
                .doesNotContain(hash);
    }

    @Property(tries = 300)
    void readsEveryDraftBackAsItWas(@ForAll("drafts") Draft draft) {
        assertThat(Draft.read(draft.kind(), draft.json())).isEqualTo(draft);
    }

    @Provide
    Arbitrary<Draft> drafts() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("aé\"\\/ {}[]:,<>€日".toCharArray())
                .ofMaxLength(12);
        Arbitrary<String> word = text.map(each -> "\uD83D\uDE00" + each + "x");
        Arbitrary<BigDecimal> decimal =
                Arbitraries.bigDecimals().ofScale(4).between(new BigDecimal("0.0001"), new BigDecimal("99999.9999"));
        Arbitrary<BigDecimal> cents =
                Arbitraries.bigDecimals().ofScale(2).between(BigDecimal.ZERO, new BigDecimal("99999.99"));
        Arbitrary<LineAmounts> amounts =
                Arbitraries.of(LineAmounts.EXCLUSIVE, LineAmounts.INCLUSIVE, LineAmounts.NO_TAX);
        Arbitrary<Currency> currency =
                Arbitraries.of(Money.AUD, Currency.getInstance("USD"), Currency.getInstance("JPY"));
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 4000).map(SampleDrafts.DAY::plusDays);
        return Combinators.combine(word, decimal, cents, amounts, currency, day)
                .as((name, quantity, unit, types, money, date) -> {
                    List<DraftLine> lines = new ArrayList<>();
                    lines.add(new DraftLine(name + "\n" + name, quantity, unit, "200", "OUTPUT"));
                    lines.add(new DraftLine(name, BigDecimal.ONE, unit, "4xx", "NONE"));
                    return new DraftContent(SampleDrafts.CONTACT, date, types, money, lines);
                })
                .flatMap(content -> Combinators.combine(word, text, Arbitraries.of(DraftKind.values()))
                        .as((name, other, kind) -> switch (kind) {
                            case CONTACT -> new ContactDraft(name, other, other, "", "");
                            case INVOICE -> new InvoiceDraft(content, content.date(), other);
                            case BILL -> new BillDraft(content, content.date().plusDays(7), other);
                            case CREDIT_NOTE -> new CreditNoteDraft(CreditNote.Type.ACCPAYCREDIT, content, other);
                            case QUOTE -> new QuoteDraft(content, content.date(), other, name);
                        }));
    }
}
