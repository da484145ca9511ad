package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.RunView;
import au.pip.assistant.Conversation;
import au.pip.ledger.Money;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.export.BooksExport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions about tax: what comes from the books to the cent as SQL has it, and no figure that is not grounded. */
class TaxQuestionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    static Stream<Arguments> books() {
        return Stream.of(
                        new BooksSpec(1, Company.SOLE_TRADER, DAY),
                        new BooksSpec(2, Company.SOLE_TRADER, LocalDate.of(2026, 12, 31)),
                        new BooksSpec(3, Company.SOLE_TRADER, LocalDate.of(2027, 2, 15)),
                        new BooksSpec(1, Company.PTY_LTD, DAY),
                        new BooksSpec(2, Company.PTY_LTD, LocalDate.of(2026, 12, 31)),
                        new BooksSpec(3, Company.PTY_LTD, LocalDate.of(2027, 2, 15)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("books")
    void answersFromTheBooksToTheCent(BooksSpec spec) throws Exception {
        try (Demo demo = new Demo(spec, folder);
                Truth truth = new Truth(BooksExport.write(demo.books, folder.resolve("export")))) {
            LocalDate today = spec.today();
            LocalDate quarter = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
            Asked asked = new Asked(demo, demo.newConversation());
            asked.bas(truth, "What are my BAS figures?", quarter, today);
            asked.bas(
                    truth, "What were my BAS figures for last quarter?", quarter.minusMonths(3), quarter.minusDays(1));
            RunView check = asked.ask("Does my GST account agree with the lines?");
            assertThat(cents(check, "GST account balance")).isEqualTo(truth.ask("gst account", today, today, today));
            assertThat(check.answer()).startsWith("Yes: the GST account and the GST on the lines agree");
            RunView superOwed = asked.ask("How much super do I owe?");
            assertThat(cents(superOwed, "super not paid yet"))
                    .isEqualTo(truth.ask("super unpaid", today, today, today));
            RunView away = asked.ask("How much should I put away for tax?");
            assertThat(cents(away, "net profit"))
                    .isEqualTo(truth.ask("profit", today, LocalDate.of(2026, 7, 1), today));
            long withheld = truth.ask("withheld unpaid", today, today, today);
            if (withheld > 0) {
                assertThat(cents(away, "tax withheld from wages, not paid yet")).isEqualTo(withheld);
            }
            assertThat(away.answer()).startsWith("Put away ").containsOnlyOnce("not tax advice");
        }
    }

    private record Asked(Demo demo, Conversation conversation) {
        void bas(Truth truth, String question, LocalDate from, LocalDate to) {
            boolean cash = demo.books.spec().company() == Company.SOLE_TRADER;
            String basis = cash ? "cash" : "accruals";
            LocalDate today = demo.books.spec().today();
            RunView answer = ask(question);
            assertThat(cents(answer, "G1 total sales with GST")).isEqualTo(truth.ask("g1 " + basis, today, from, to));
            assertThat(cents(answer, "1A GST on sales"))
                    .isEqualTo(truth.ask("gst " + basis + " sales", today, from, to));
            assertThat(cents(answer, "1B GST on purchases"))
                    .isEqualTo(truth.ask("gst " + basis + " purchases", today, from, to));
            if (cash) {
                assertThat(answer.answer()).contains("no W1 and no W2");
            } else {
                assertThat(cents(answer, "W1 wages")).isEqualTo(truth.ask("w1", today, from, to));
                assertThat(cents(answer, "W2 withheld from wages")).isEqualTo(truth.ask("w2", today, from, to));
            }
            assertThat(answer.answer())
                    .contains(basis, "not lodged", demo.books.organisation().name());
        }

        RunView ask(String question) {
            RunView answer = demo.ask(conversation, question);
            assertThat(answer.state()).as(answer.toString()).isEqualTo("completed");
            assertThat(answer.figures())
                    .isNotEmpty()
                    .allSatisfy(figure -> assertThat(figure.status())
                            .as(figure + " in " + answer.answer())
                            .isIn("verified", "derived"));
            return answer;
        }
    }

    @Test
    void answersFromTheTaxDataWithItsSource() {
        try (Demo demo = new Demo(new BooksSpec(1, Company.SOLE_TRADER, DAY.plusDays(5)), folder)) {
            Asked asked = new Asked(demo, demo.newConversation());
            RunView bas = asked.ask("When is my next BAS due?");
            assertThat(bas.answer())
                    .startsWith("Your next BAS, for 1 Oct – 31 Dec 2026, is due by 1 Mar 2027 if you lodge it");
            FactView due = fact(bas, "activity statement due, lodged yourself");
            assertThat(due.source().organisation()).isEqualTo("Pip's tax data");
            assertThat(due.source().endpoint()).endsWith("(law), checked 23 Nov 2026");

            RunView rate = asked.ask("What's the super rate?");
            assertThat(rate.answer())
                    .startsWith("The super guarantee rate: 12%")
                    .doesNotContain("From the books");

            RunView writeOff = asked.ask("What's the instant asset write-off this year?");
            assertThat(writeOff.answer())
                    .startsWith(
                            "The instant asset write-off limit: $20,000.00 (1 Jul 2026 – 30 Jun 2027, announced only, not law)")
                    .contains("becomes law: $1,000.00")
                    .contains("is announced only, and was not law when it was checked");

            RunView instalments = asked.ask("PAYG instalments?");
            assertThat(instalments.answer())
                    .contains("is due by 1 Mar 2027")
                    .contains("I don't know the GDP adjustment");

            RunView company = asked.ask("Should I be a company or a sole trader?");
            assertThat(company.answer())
                    .startsWith("At this year's profit it would be $")
                    .containsOnlyOnce("not tax advice");
        }
    }

    @Test
    void doesNotTellAnOldYearsFigure() {
        try (Demo demo = new Demo(new BooksSpec(3, Company.SOLE_TRADER, LocalDate.of(2028, 2, 29)), folder)) {
            Conversation conversation = demo.newConversation();
            for (String question : List.of(
                    "What's the super rate?", "When is my next BAS due?", "How much should I put away for tax?")) {
                RunView answer = demo.ask(conversation, question);
                assertThat(answer.answer())
                        .as(question)
                        .contains("I don't know")
                        .contains("June 2028");
                assertThat(answer.figures()).as(question).allMatch(figure -> figure.currency() == null);
            }
        }
    }

    private static FactView fact(RunView answer, String measure) {
        return answer.figures().stream()
                .flatMap(figure -> figure.facts().stream())
                .filter(fact -> fact.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new AssertionError(measure + " is not in " + answer.answer()));
    }

    private static long cents(RunView answer, String measure) {
        List<FigureView> found = answer.figures().stream()
                .filter(figure -> figure.currency() != null
                        && figure.facts().getFirst().measure().equals(measure))
                .toList();
        assertThat(found).as(measure + " in " + answer.answer()).hasSize(1);
        return Money.of(found.getFirst().value(), Money.AUD).minor();
    }
}
