package au.pip.evaluation.ledgerqa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static Result result(String family, Score score, long millis, @Nullable String cost) {
        return new Result(
                family + millis,
                family,
                "cafe",
                1,
                "How much <b>now</b>?",
                "AUD 1.00",
                "<script>alert(\"x\")</script>",
                score,
                "no AUD 1.00",
                2,
                100,
                10,
                cost,
                millis,
                "p",
                "m");
    }

    @Test
    void addsUpWhatAnsweringTook() {
        List<Result> results = IntStream.rangeClosed(1, 20)
                .mapToObj(millis -> result("gst", millis > 5 ? Score.RIGHT : Score.REFUSED, millis, "0.01"))
                .toList();

        Tally tally = Tally.of("all", results);

        assertThat(tally.share(Score.RIGHT).hits()).isEqualTo(15);
        assertThat(tally.share(Score.WRONG_UNFLAGGED).hits()).isZero();
        assertThat(tally.median()).isEqualTo(10);
        assertThat(tally.p95()).isEqualTo(19);
        assertThat(tally.inputTokens()).isEqualTo(2_000);
        assertThat(tally.costUsd()).isEqualByComparingTo(new BigDecimal("0.20"));
        assertThat(tally.toolCalls()).isEqualTo(2.0);
    }

    @Test
    void knowsNoCostWhereOneIsNotKnown() {
        List<Result> results = List.of(result("gst", Score.RIGHT, 1, "0.01"), result("gst", Score.RIGHT, 2, null));

        assertThat(Tally.of("all", results).costUsd()).isNull();
        assertThat(TextReport.of(Report.of(LocalDate.EPOCH, results))).contains("cost not known");
    }

    @Test
    void listsTheFamiliesThatWereAskedInTheirOrder() {
        List<Result> results =
                List.of(result("plan", Score.RIGHT, 1, "0"), result("lookup", Score.WRONG_UNFLAGGED, 2, "0"));

        assertThat(Tally.byFamily(results)).extracting(Tally::name).containsExactly("lookup", "plan");
    }

    @Test
    void aPageShowsAnAnswerAsText() {
        String page = HtmlReport.of(
                Report.of(LocalDate.of(2026, 11, 23), List.of(result("gst", Score.WRONG_UNFLAGGED, 1, "0"))));

        assertThat(page)
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;", "How much &lt;b&gt;now&lt;/b&gt;?")
                .doesNotContain("<script", "http")
                .contains("name=\"viewport\"", "prefers-color-scheme: dark");
    }
}
