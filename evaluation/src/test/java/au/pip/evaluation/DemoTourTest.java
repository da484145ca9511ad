package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Program.Ended;
import au.pip.ledger.Money;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.export.BooksExport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./pip demo} as somebody meets it who has just cloned Pip: its own server, books and model. */
@Tag("slow")
@Timeout(180)
class DemoTourTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String[] QUESTIONS = {
        "> Who owes me money?",
        "> And what about the overdue ones?",
        "> How much GST do I owe this quarter?",
        "> /source",
        "> Draft an invoice to "
    };

    @TempDir
    Path folder;

    private final Books books = Books.generate(new BooksSpec(1, Company.SOLE_TRADER, DAY));

    private Program demo(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "demo";
        arguments[1] = "--today";
        arguments[2] = DAY.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Program.start(folder, "cli", "au.pip.cli.Main", surroundings(), arguments);
    }

    private Map<String, String> surroundings() {
        return Map.of("PIP_DATA_DIR", folder.resolve("data").toString(), "COLUMNS", "80", "LLM_PROVIDER", "offline");
    }

    /** As a job in a pipeline has it: its standard input is open, and never says anything. */
    @Test
    void tellsItsStoryWhereNobodyTypesAndEnds() throws Exception {
        try (Program program = demo();
                Truth truth = new Truth(BooksExport.write(books, folder.resolve("export")))) {
            Ended ended = program.awaitEnd();
            assertThat(ended.status()).as(ended.toString()).isZero();
            assertThat(ended.err())
                    .contains("These are the pretend books of Lantern Bay Studio", "up to 23 Nov 2026")
                    .contains("Nothing leaves this", "In a browser: http://127.0.0.1:", "Not approved: no person types")
                    .contains("\n1. Ask", "\n5. Pip can prepare a draft", "That was the tour.");
            assertThat(ended.out())
                    .containsSubsequence(QUESTIONS)
                    .contains(amount(truth, "receivables"), amount(truth, "receivables overdue"))
                    .contains("derived: Pip worked it out", "Calculation: F", "    Record: ", "SHA-256 of the reply:")
                    .contains("Total: $550.00 (AUD)")
                    .doesNotContain("unverified", "\u001B");
            assertThat(ended.out().lines())
                    .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
        }
    }

    private static String amount(Truth truth, String question) {
        return Money.aud(truth.ask(question, DAY, DAY, DAY)).display();
    }

    @Test
    void answersTheQuestionsThatArePipedInPlaceOfTheTour() {
        try (Program program = demo()) {
            program.type("Can I afford $4,500?\n/source $4,500\n");
            program.closeInput();
            Ended ended = program.awaitEnd();
            assertThat(ended.status()).as(ended.toString()).isZero();
            assertThat(ended.out())
                    .contains(
                            "> Can I afford $4,500?",
                            "Yes: as of 23 Nov 2026 $",
                            "The last answer has no figure $4,500")
                    .doesNotContain("Who owes me money?");
            assertThat(ended.err()).doesNotContain("That was the tour");
        }
    }

    @Test
    void waitsForThePersonAtATerminalAndThenTakesTheirQuestions() {
        try (Program program = Program.inTerminal(folder, surroundings(), "demo", "--today", DAY.toString())) {
            int from = 0;
            for (int stop = 1; stop < QUESTIONS.length; stop++) {
                program.awaitPrinted(from, QUESTIONS[stop - 1]);
                program.awaitPrinted(from, "Enter goes on");
                assertThat(program.printed()).doesNotContain(QUESTIONS[stop]);
                from = program.printed().length();
                program.type("\r");
            }
            program.awaitPrinted(from, "Approve? [y/N]");
            program.type("y\r");
            assertThat(program.awaitPrinted(from, "Ctrl-D leaves."))
                    .contains("Draft invoice to ", "$550.00", "https://go.xero.com/", "That was the tour");
            from = program.printed().length();
            program.type("When is my next BAS due?\r");
            program.awaitPrinted(from, "is due by 1 Mar 2027");
            program.awaitPrinted(from, "From the books of Lantern Bay Studio.");
            program.type("/quit\r");
            assertThat(program.awaitEnd().status()).isZero();
        }
    }

    @Test
    void leavesTheTourForAQuestionOfTheirOwn() {
        try (Program program = Program.inTerminal(folder, surroundings(), "demo", "--today", DAY.toString())) {
            program.awaitPrinted(0, "Enter goes on");
            program.type("What was my profit last month?\r");
            assertThat(program.awaitPrinted(0, "Your net profit for October 2026 was $"))
                    .doesNotContain(QUESTIONS[1]);
            program.awaitPrinted(0, "Sources\n  $");
            program.type("/quit\r");
            assertThat(program.awaitEnd().status()).isZero();
            assertThat(program.printed()).doesNotContain(QUESTIONS[1]);
        }
    }
}
