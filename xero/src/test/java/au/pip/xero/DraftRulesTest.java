package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Xero would not take, or a person could not have seen, is refused with the cause and the next step. */
class DraftRulesTest {
    @Test
    void refusesWhatCannotBeADraft() {
        DraftContent content = SampleDrafts.content();
        Map<Runnable, String> refusals = Map.ofEntries(
                Map.entry(() -> contact(" ", ""), "the contact's name is missing; say what it is"),
                Map.entry(() -> contact("x".repeat(256), ""), "256 characters; use 255 at most"),
                Map.entry(() -> contact("two\nlines", ""), "has several lines"),
                Map.entry(() -> contact("Bay", "no address"), "the e-mail address is none"),
                Map.entry(() -> contact("Bay", "jörg@bay.example"), "the e-mail address is none"),
                Map.entry(() -> contact("Bay\u202eyaB", ""), "cannot be seen; leave it out"),
                Map.entry(() -> contact("Bay\u0000", ""), "cannot be seen"),
                Map.entry(() -> contact("Bay\ud83d", ""), "cannot be seen"),
                Map.entry(() -> SampleDrafts.line("0", "1"), "quantity is zero"),
                Map.entry(() -> SampleDrafts.line("1", "0.00001"), "5 decimal places; round it to 4"),
                Map.entry(() -> SampleDrafts.line("1", "1E+11"), "is too large"),
                Map.entry(() -> SampleDrafts.line("1", "1E+999999999"), "is too large"),
                Map.entry(() -> SampleDrafts.line("999999999", "99999999999"), "a million millions"),
                Map.entry(
                        () -> new DraftLine("Timber", BigDecimal.ONE, BigDecimal.ONE, "", "OUTPUT"),
                        "a line's ledger account is missing"),
                Map.entry(
                        () -> new DraftLine("Timber", BigDecimal.ONE, BigDecimal.ONE, "200", "output\""),
                        "tax type is none of Xero's"),
                Map.entry(() -> SampleDrafts.content(SampleDrafts.CONTACT), "it has no line; add one"),
                Map.entry(
                        () -> SampleDrafts.content("Bay Timber", SampleDrafts.line("1", "1")), "is not an id of Xero"),
                Map.entry(
                        () -> SampleDrafts.content(SampleDrafts.CONTACT, SampleDrafts.line("-1", "1")),
                        "less than nothing; make a credit note"),
                Map.entry(
                        () -> SampleDrafts.content(
                                SampleDrafts.CONTACT,
                                Collections.nCopies(101, SampleDrafts.line("1", "1"))
                                        .toArray(DraftLine[]::new)),
                        "it is too long"),
                Map.entry(
                        () -> new DraftContent(
                                SampleDrafts.CONTACT,
                                SampleDrafts.DAY,
                                LineAmounts.OTHER,
                                Money.AUD,
                                List.of(SampleDrafts.line("1", "1"))),
                        "say exclusive, inclusive or no tax"),
                Map.entry(
                        () -> new InvoiceDraft(content, SampleDrafts.DAY.minusDays(1), ""),
                        "the due date, 2026-11-27, is before its date, 2026-11-28"),
                Map.entry(() -> new BillDraft(content, SampleDrafts.DAY.plusYears(200), ""), "the year 2226"),
                Map.entry(() -> new CreditNoteDraft(CreditNote.Type.OTHER, content, ""), "who gives the credit"),
                Map.entry(
                        () -> new QuoteDraft(
                                SampleDrafts.content(SampleDrafts.CONTACT, SampleDrafts.line("1", "0.005")),
                                SampleDrafts.DAY,
                                "",
                                ""),
                        "3 decimal places; round it to 2"));

        refusals.forEach((making, words) -> assertThatIllegalArgumentException()
                .as(words)
                .isThrownBy(making::run)
                .withMessageContaining(words)
                .withMessageEndingWith("."));
    }

    @Test
    void takesWhatAPersonWouldWrite() {
        DraftLine discount = new DraftLine(
                "Less a discount\r\nagreed by telephone", new BigDecimal("-1"), new BigDecimal("5"), "200", "OUTPUT");
        DraftContent content = SampleDrafts.content(SampleDrafts.CONTACT, SampleDrafts.line("3", "33.3333"), discount);

        assertThat(discount.description()).isEqualTo("Less a discount\nagreed by telephone");
        assertThat(content.written()).isEqualTo(Money.aud(9500));
        assertThat(new ContactDraft(" Café 日本 ", "", "", "", "").name()).isEqualTo("Café 日本");
    }

    @Test
    void knowsNoStateButADraft() {
        assertThat(SampleDrafts.all().stream().filter(each -> each.kind() != DraftKind.CONTACT))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.json().split("\"Status\":\"DRAFT\"", -1))
                        .hasSize(2));
        assertThat(Arrays.stream(Draft.class.getPermittedSubclasses())
                        .flatMap(each -> Arrays.stream(each.getRecordComponents()))
                        .map(each -> each.getName().toLowerCase(Locale.ROOT)))
                .noneMatch(name -> name.contains("status") || name.contains("payment") || name.contains("bank"));
    }

    private static ContactDraft contact(String name, String email) {
        return new ContactDraft(name, "", "", email, "");
    }
}
