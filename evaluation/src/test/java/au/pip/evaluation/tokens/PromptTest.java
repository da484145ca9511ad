package au.pip.evaluation.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Demo;
import au.pip.evaluation.tokens.TenQuestions.Asked;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model is sent for ten usual questions: its length, and that its beginning stays as it was. */
class PromptTest {
    /** All requests of the ten questions together; {@code ./pip bench tokens} counts them in tokens. */
    private static final int MOST_CHARACTERS = 160_000;

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @TempDir
    private static Path folder;

    private static List<Asked> asked = List.of();

    /** Twenty seconds further each time it is read, so that whatever tells the time of day changes from question to question. */
    private static final class HastyClock extends Clock {
        private Instant now = TenQuestions.BOOKS
                .today()
                .atTime(LocalTime.of(8, 0))
                .atZone(SYDNEY)
                .toInstant();

        @Override
        public synchronized Instant instant() {
            now = now.plus(Duration.ofSeconds(20));
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

    @BeforeAll
    static void ask() {
        RecordedModel model = new RecordedModel(Demo.offline());
        try (Demo demo = Demo.over(TenQuestions.BOOKS, folder, model, new HastyClock(), xero -> xero)) {
            asked = TenQuestions.ask(demo, model);
        }
    }

    @Test
    void answersAllTenFromTheBooks() {
        assertThat(asked).hasSize(10).allSatisfy(each -> {
            assertThat(each.answer().state()).as(each.toString()).isEqualTo("completed");
            assertThat(each.answer().figures()).as(each.question()).isNotEmpty();
            assertThat(each.exchanges()).as(each.question()).hasSizeGreaterThan(1);
        });
    }

    @Test
    void onlyAddsToWhatItSentInTheRoundBefore() {
        for (Asked each : asked) {
            List<Prompt> prompts =
                    each.exchanges().stream().map(Exchange::prompt).toList();
            for (int round = 1; round < prompts.size(); round++) {
                assertThat(prompts.get(round).whole())
                        .as(each.question())
                        .startsWith(prompts.get(round - 1).whole());
            }
        }
    }

    @Test
    void tellsEveryModelTheSameBeforeAConversation() {
        assertThat(asked.stream().map(each -> first(each).system()).distinct()).hasSize(1);
    }

    @Test
    void beginsAFollowUpLikeTheQuestionBeforeItWhenTheToolsAreTheSame() {
        int compared = 0;
        for (int index = 1; index < asked.size(); index += 2) {
            Prompt before = first(asked.get(index - 1));
            Prompt after = first(asked.get(index));
            List<String> parts = before.parts();
            if (before.tools().equals(after.tools())) {
                compared++;
                assertThat(after.whole())
                        .as(asked.get(index).question())
                        .startsWith(String.join("", parts.subList(0, parts.size() - 1)));
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void staysShort() {
        int characters = asked.stream()
                .flatMap(each -> each.exchanges().stream())
                .mapToInt(exchange -> exchange.prompt().whole().length())
                .sum();
        assertThat(characters).isLessThan(MOST_CHARACTERS);
    }

    private static Prompt first(Asked asked) {
        return asked.exchanges().getFirst().prompt();
    }
}
