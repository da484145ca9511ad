package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.RunView;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.identity.App;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a day of questions costs of Xero's 1,000 calls, as the pretend Xero counts them. */
@Tag("slow")
class DayOfQuestionsTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int MOST_CALLS = 40;

    private static final List<String> QUESTIONS = List.of(
            "Who owes me money?",
            "What bills are due?",
            "How much cash do I have in the bank?",
            "What was my profit this month?",
            "How much GST do I owe this quarter?",
            "Who are my customers?",
            "What did I spend this month?",
            "Am I better off than last quarter?",
            "Which invoices did I send this month?",
            "What is my net worth?");

    @TempDir
    private Path folder;

    /** Set forward as the day goes on, and a millisecond further each time it is read. */
    private static final class DayClock extends Clock {
        private Instant now = DAY.atTime(LocalTime.of(8, 0)).atZone(SYDNEY).toInstant();

        synchronized void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            forward(Duration.ofMillis(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return SYDNEY;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }

    @Test
    void tenQuestionsAnHourApartCostFewCallsAndAskedAgainAtOnceNone() throws Exception {
        for (Company company : List.of(Company.SOLE_TRADER, Company.PTY_LTD)) {
            DayClock clock = new DayClock();
            Books books = Books.generate(new BooksSpec(1, company, DAY));
            try (SandboxServer xero =
                            SandboxServer.start(books, SandboxOptions.defaults().withClock(clock));
                    CustomPip pip = new CustomPip(
                            Files.createDirectories(folder.resolve(company.name())),
                            URI.create(xero.url()),
                            XeroSettings.defaults().pace(),
                            App.CUSTOM_ID,
                            App.CUSTOM_SECRET,
                            clock)) {
                Counted counted = new Counted(xero, books);
                for (String question : QUESTIONS) {
                    ask(pip, question);
                    clock.forward(Duration.ofHours(1));
                }
                int first = counted.since();
                QUESTIONS.forEach(question -> ask(pip, question));
                int second = counted.since();
                QUESTIONS.forEach(question -> ask(pip, question));
                int third = counted.since();
                System.out.printf(
                        "calls to Xero for ten questions of %s: %d an hour apart, %d all at once, %d once more%n",
                        company, first, second, third);

                assertThat(first).isLessThanOrEqualTo(MOST_CALLS).isGreaterThan(10);
                assertThat(second).isLessThanOrEqualTo(first).isPositive();
                assertThat(third).isZero();
                String organisation = books.organisation().tenantId().toString();
                int xeros = 1_000 - first - second - 1;
                assertThat(pip.calls.left(organisation).left())
                        .as("what Pip shows: Xero's number, less a call an hour that Xero refused for an old token")
                        .isBetween(xeros - QUESTIONS.size(), xeros);
            }
        }
    }

    private static void ask(CustomPip pip, String question) {
        try {
            RunView answer = pip.ask(question);
            assertThat(answer.state()).as(answer.toString()).isEqualTo("completed");
            assertThat(answer.figures()).as(question).isNotEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the pretend Xero what is left, which is a call itself. */
    private static final class Counted {
        private final SandboxServer xero;
        private final Books books;
        private int asked;
        private int before;

        Counted(SandboxServer xero, Books books) {
            this.xero = xero;
            this.books = books;
        }

        /** Pip's calls since this was last asked. */
        int since() throws Exception {
            int pips = 1_000 - remaining() - asked;
            int more = pips - before;
            before = pips;
            return more;
        }

        private int remaining() throws Exception {
            asked++;
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(
                                HttpRequest.newBuilder(URI.create(xero.url() + "/api.xro/2.0/TaxRates"))
                                        .header("Authorization", "Bearer " + SandboxOptions.DEFAULT_TOKEN)
                                        .header("Accept", "application/json")
                                        .header(
                                                "xero-tenant-id",
                                                books.organisation().tenantId().toString())
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("X-DayLimit-Remaining")
                        .map(Integer::parseInt)
                        .orElseThrow();
            }
        }
    }
}
