package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.RunView;
import au.pip.ledger.Money;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.export.BooksExport;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that look across the books, answered to the cent as SQL over the exported books has it. */
class InsightQuestionsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> books() {
        return Stream.of(
                        new BooksSpec(1, Company.SOLE_TRADER, LocalDate.of(2026, 11, 23)),
                        new BooksSpec(3, Company.SOLE_TRADER, LocalDate.of(2028, 2, 29)),
                        new BooksSpec(3, Company.PTY_LTD, LocalDate.of(2026, 7, 1)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("books")
    void answersEveryQuestionToTheCent(BooksSpec spec) throws Exception {
        try (Demo demo = new Demo(spec, folder);
                Truth truth = new Truth(BooksExport.write(demo.books, folder.resolve("export")))) {
            Asked asked = new Asked(demo, truth, spec);
            asked.safeToSpend();
            asked.cashInThirtyDays();
            asked.biggestCustomers();
            asked.biggestCosts();
            asked.biggestSuppliers();
            asked.duplicates();
            asked.latePayers();
            asked.dueThisWeek();
            asked.profitAgainstLastYear();
        }
    }

    /** Each question is asked in a conversation of its own. */
    private record Asked(Demo demo, Truth truth, BooksSpec spec) {
        void safeToSpend() {
            long bank = ask("in the bank", today(), today());
            long owed = ask("payables", today(), today());
            long tax = ask("tax owing " + basis(), today(), today());
            long costs = ask("costs", monthsAgo(3), lastMonthsEnd());
            long safe = bank - owed - tax - halfUp(costs, 3);

            RunView answer = answer("What can I safely spend?");
            assertThat(cents(answer, "balance by the books")).isEqualTo(bank);
            assertThat(cents(answer, "owed by you")).isEqualTo(owed);
            assertThat(cents(answer, "spoken for")).isEqualTo(owed + tax);
            assertThat(cents(answer, "safe to spend")).isEqualTo(safe);
            assertThat(answer.answer()).startsWith(safe > 0 ? "As of " : "Nothing is safe to spend");

            RunView fits = answer("Can I afford $1.50?");
            assertThat(cents(fits, "safe to spend after it")).isEqualTo(safe - 150);
            assertThat(fits.answer().startsWith("Yes")).isEqualTo(safe >= 150);
            RunView tooMuch = answer("Can we afford a $9,000,000 machine?");
            assertThat(cents(tooMuch, "balance by the books after it")).isEqualTo(bank - 900_000_000);
            assertThat(tooMuch.answer()).startsWith("No, it is more than the bank holds");
        }

        void cashInThirtyDays() {
            LocalDate end = today().plusDays(30);
            long bank = ask("in the bank", today(), today());
            long receipts = ask("expected from customers", yearAgo(), end);
            long bills = ask("bills due by", end, end);
            long spent = ask("spent on what repeats", monthsAgo(3), lastMonthsEnd());
            long days = lastMonthsEnd().toEpochDay() - monthsAgo(3).toEpochDay() + 1;
            long repeating = halfUp(spent * 30, days);

            RunView answer = answer("How much cash will I have in 30 days?");
            assertThat(cents(answer, "expected from customers")).isEqualTo(receipts);
            assertThat(cents(answer, "bills due by then")).isEqualTo(bills);
            assertThat(cents(answer, "spent on what repeats")).isEqualTo(spent).isPositive();
            assertThat(cents(answer, "repeating costs")).isEqualTo(repeating);
            assertThat(cents(answer, "expected in the bank")).isEqualTo(bank + receipts - bills - repeating);
        }

        void biggestCustomers() {
            YearMonth month = YearMonth.from(today()).minusMonths(1);
            RunView answer = answer("Who are my biggest customers last month?");
            assertThat(cents(answer, "invoiced without GST", "all customers"))
                    .isEqualTo(ask("invoiced", month.atDay(1), month.atEndOfMonth()));
            assertThat(first(answer, "invoiced without GST"))
                    .isEqualTo(ask("biggest customer", month.atDay(1), month.atEndOfMonth()));
        }

        void biggestCosts() {
            YearMonth month = YearMonth.from(today()).minusMonths(1);
            RunView answer = answer("What were my biggest costs last month?");
            assertThat(cents(answer, "costs", "all expense accounts"))
                    .isEqualTo(ask("costs", month.atDay(1), month.atEndOfMonth()));
            assertThat(first(answer, "costs"))
                    .as(answer.answer())
                    .isEqualTo(ask("biggest cost", month.atDay(1), month.atEndOfMonth()));
        }

        void biggestSuppliers() {
            YearMonth month = YearMonth.from(today()).minusMonths(1);
            RunView answer =
                    answer("Which were my biggest suppliers in " + month.getMonth() + " " + month.getYear() + "?");
            assertThat(cents(answer, "costs without GST", "all suppliers"))
                    .isEqualTo(ask("costs of suppliers", month.atDay(1), month.atEndOfMonth()));
            assertThat(first(answer, "costs without GST"))
                    .isEqualTo(ask("biggest supplier", month.atDay(1), month.atEndOfMonth()));
        }

        /** The books hold a bill that was entered twice. */
        void duplicates() {
            RunView answer = answer("Are there any duplicate bills?");
            assertThat(count(answer, "bills that may be entered twice"))
                    .isEqualTo(ask("bills entered twice", yearAgo(), today()))
                    .isPositive();
            assertThat(count(answer, "bills far above the usual"))
                    .isEqualTo(ask("bills far above the usual", yearAgo(), today()));
        }

        void latePayers() {
            RunView answer = answer("Who usually pays late?");
            assertThat(count(answer, "average days late"))
                    .isEqualTo(ask("days late of the latest payer", yearAgo(), today()))
                    .isPositive();
        }

        void dueThisWeek() {
            LocalDate sunday = today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            RunView answer = answer("What's due this week?");
            assertThat(cents(answer, "to pay, due soon")).isEqualTo(ask("to pay", today(), sunday));
            assertThat(cents(answer, "to be paid, due soon")).isEqualTo(ask("to be paid", today(), sunday));
        }

        void profitAgainstLastYear() {
            LocalDate july = LocalDate.of(today().getYear() - (today().getMonthValue() < 7 ? 1 : 0), 7, 1);
            LocalDate end = july.minusYears(1).plusDays(today().toEpochDay() - july.toEpochDay());
            long now = ask("profit", july, today());
            long before = ask("profit", july.minusYears(1), end);
            RunView answer = answer("How does my profit compare with the same time last year?");
            assertThat(cents(answer, (now >= before ? "more" : "less") + " net profit than the period before"))
                    .isEqualTo(Math.abs(now - before));
        }

        private RunView answer(String question) {
            RunView answer = demo.ask(demo.newConversation(), question);
            assertThat(answer.state()).as(answer.toString()).isEqualTo("completed");
            assertThat(answer.figures())
                    .as(question + "\n" + answer.answer())
                    .isNotEmpty()
                    .allSatisfy(figure ->
                            assertThat(figure.status()).as(figure.toString()).isIn("verified", "derived"));
            assertThat(answer.answer()).contains(demo.books.organisation().name());
            return answer;
        }

        private long ask(String question, LocalDate from, LocalDate to) {
            return truth.ask(question, today(), from, to);
        }

        private LocalDate today() {
            return spec.today();
        }

        private LocalDate yearAgo() {
            return today().minusYears(1).plusDays(1);
        }

        private LocalDate monthsAgo(int months) {
            return today().withDayOfMonth(1).minusMonths(months);
        }

        private LocalDate lastMonthsEnd() {
            return today().withDayOfMonth(1).minusDays(1);
        }

        private String basis() {
            return spec.company() == Company.SOLE_TRADER ? "cash" : "accruals";
        }

        private static long halfUp(long whole, long parts) {
            return (2 * whole + parts) / (2 * parts);
        }

        private static long cents(RunView answer, String measure) {
            return cents(answer, measure, "");
        }

        private static long cents(RunView answer, String measure, String subject) {
            return Money.of(figure(answer, measure, subject).value(), Money.AUD).minor();
        }

        /** Of a ranking, the first after the total or before it. */
        private static long first(RunView answer, String measure) {
            FigureView figure = answer.figures().stream()
                    .filter(each -> fact(each).measure().equals(measure)
                            && !fact(each).subject().startsWith("all ")
                            && isOwn(each))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(measure + " in " + answer.answer()));
            return Money.of(figure.value(), Money.AUD).minor();
        }

        private static long count(RunView answer, String measure) {
            return Long.parseLong(figure(answer, measure, "").value());
        }

        private static FigureView figure(RunView answer, String measure, String subject) {
            List<FigureView> found = answer.figures().stream()
                    .filter(figure -> fact(figure).measure().equals(measure)
                            && fact(figure).subject().startsWith(subject)
                            && isOwn(figure))
                    .toList();
            assertThat(found).as(measure + " in " + answer.answer()).isNotEmpty();
            return found.getFirst();
        }

        /** A date is a figure too, behind which stand facts of that day. */
        private static boolean isOwn(FigureView figure) {
            return fact(figure).value().equals(figure.text());
        }

        private static FactView fact(FigureView figure) {
            return figure.facts().getFirst();
        }
    }
}
