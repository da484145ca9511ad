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
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions people ask, answered to the cent as SQL over the exported books has it. */
class LedgerQuestionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    static Stream<Arguments> books() {
        return Stream.of(
                        new BooksSpec(1, Company.SOLE_TRADER, DAY),
                        new BooksSpec(2, Company.SOLE_TRADER, LocalDate.of(2026, 7, 1)),
                        new BooksSpec(3, Company.SOLE_TRADER, LocalDate.of(2028, 2, 29)),
                        new BooksSpec(1, Company.PTY_LTD, DAY),
                        new BooksSpec(2, Company.PTY_LTD, LocalDate.of(2026, 12, 31)),
                        new BooksSpec(3, Company.PTY_LTD, LocalDate.of(2026, 7, 1)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("books")
    void answersEveryQuestionToTheCent(BooksSpec spec) throws Exception {
        try (Demo demo = new Demo(spec, folder);
                Truth truth = new Truth(BooksExport.write(demo.books, folder.resolve("export")))) {
            Asked asked = new Asked(demo, demo.newConversation(), truth, spec.today());
            asked.owed("Who owes me money?", "receivables", "owed to you");
            asked.owed("How much do I owe suppliers?", "payables", "owed by you");
            asked.gst(spec.company() == Company.SOLE_TRADER ? "cash" : "accruals");
            YearMonth last = YearMonth.from(spec.today()).minusMonths(1);
            asked.profit("What was my profit last month?", last);
            asked.betterOff();
            asked.profit("and the month before?", last.minusMonths(1));
        }
    }

    private record Asked(Demo demo, Conversation conversation, Truth truth, LocalDate today) {
        void owed(String question, String side, String measure) {
            RunView answer = ask(question);
            assertThat(cents(answer, measure, "all ")).isEqualTo(truth(side));
            long overdue = truth(side + " overdue");
            if (overdue > 0) {
                assertThat(cents(answer, "overdue", "all ")).isEqualTo(overdue);
            }
            long credits = truth(side + " credits");
            if (credits > 0) {
                assertThat(cents(answer, "unused credit notes", "all ")).isEqualTo(credits);
            }
        }

        void gst(String basis) {
            LocalDate from = quarterStart();
            RunView answer = ask("How much GST do I owe this quarter?");
            long sales = truth.ask("gst " + basis + " sales", today, from, today);
            long purchases = truth.ask("gst " + basis + " purchases", today, from, today);
            assertThat(cents(answer, "GST on sales", "the business")).isEqualTo(sales);
            assertThat(cents(answer, "GST on purchases", "the business")).isEqualTo(purchases);
            long net = sales - purchases;
            assertThat(cents(answer, net < 0 ? "GST refund due" : "GST to pay", "the business"))
                    .isEqualTo(Math.abs(net));
            assertThat(answer.answer()).contains(basis);
        }

        void profit(String question, YearMonth month) {
            RunView answer = ask(question);
            assertThat(cents(answer, "net profit", "the business"))
                    .isEqualTo(truth.ask("profit", today, month.atDay(1), month.atEndOfMonth()));
        }

        void betterOff() {
            LocalDate from = quarterStart();
            LocalDate before = from.minusMonths(3);
            LocalDate end = before.plusDays(today.toEpochDay() - from.toEpochDay());
            LocalDate beforeEnd = end.isBefore(from) ? end : from.minusDays(1);
            RunView answer = ask("Am I better off than last quarter?");
            long now = truth.ask("profit", today, from, today);
            long then = truth.ask("profit", today, before, beforeEnd);
            assertThat(cents(answer, "difference in net profit", "the business"))
                    .isEqualTo(Math.abs(now - then));
            assertThat(answer.answer()).contains(now == then ? "level" : now > then ? "better off by" : "worse off by");
        }

        private RunView ask(String question) {
            RunView answer = demo.ask(conversation, question);
            assertThat(answer.state()).as(answer.toString()).isEqualTo("completed");
            assertThat(answer.figures())
                    .isNotEmpty()
                    .allSatisfy(figure ->
                            assertThat(figure.status()).as(figure.toString()).isIn("verified", "derived"));
            assertThat(answer.answer()).contains(demo.books.organisation().name());
            return answer;
        }

        private long truth(String question) {
            return truth.ask(question, today, today, today);
        }

        private LocalDate quarterStart() {
            return LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
        }

        /** The figure of that measure and subject, in cents. */
        private static long cents(RunView answer, String measure, String subject) {
            List<FigureView> found = answer.figures().stream()
                    .filter(figure -> figure.currency() != null)
                    .filter(figure -> {
                        FactView fact = figure.facts().getFirst();
                        return fact.measure().equals(measure) && fact.subject().startsWith(subject);
                    })
                    .toList();
            assertThat(found).as(measure + " in " + answer.answer()).hasSize(1);
            assertThat(found.getFirst().currency()).isEqualTo("AUD");
            return Money.of(found.getFirst().value(), Money.AUD).minor();
        }
    }
}
