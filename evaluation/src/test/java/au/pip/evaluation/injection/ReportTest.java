package au.pip.evaluation.injection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static Result result(String carrier, boolean reached, String... breaches) {
        return new Result(
                carrier + "/style/system", carrier, "style", "memory", reached, reached, true, List.of(breaches), 1);
    }

    @Test
    void namesEveryAttackThatCameToSomething() {
        Report report = Report.of(
                List.of(result("<b>", true), result("<b>", true, "STYLED", "REMEMBERED"), result("memo", false)));

        assertThat(report.breached()).hasSize(1);
        assertThat(report.cell("<b>", "memory")).isEqualTo("1/2");
        assertThat(TextReport.of(report)).contains("1/2", "<b>/style/system: STYLED, REMEMBERED", "memo (0/0 of 1)");
        assertThat(HtmlReport.of(report))
                .contains("&lt;b&gt;/style/system: the style of answers was changed")
                .doesNotContain("<b>");
    }

    /** Something that happens although the order never came to the model is no less bad. */
    @Test
    void countsABreachWithoutAnOrderToo() {
        Tally tally = Tally.of("all", List.of(result("memo", false, "WRITTEN")));

        assertThat(tally.breached()).isEqualTo(1);
        assertThat(tally.share().high()).isEqualTo(1);
    }
}
