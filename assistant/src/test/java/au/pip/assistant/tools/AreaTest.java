package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tools a model is told of for the words of a question: what it needs, and little else. */
class AreaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who owes me money? | ''",
                "Show me the latest invoices | ''",
                "What was my profit last month on a cash basis? | ''",
                "How much remains of it? | ''",
                "Who pays late? | timing",
                "What bills are due? | timing",
                "Can I afford a $2,000 laptop? | cash",
                "What can I safely spend? | cash",
                "How much cash will I have in 30 days? | cash",
                "Who are my biggest customers? | biggest",
                "What do I spend the most on? | biggest",
                "Are there any duplicate bills? | biggest",
                "How does my profit compare with the same time last year? | plans",
                "I planned $4,000 of income this month, how am I going? | plans",
                "When is my BAS due? | timing tax",
                "Why is my profit down? | ''",
                "Why isn't this invoice paid? | howto",
                "How do I reconcile? | howto"
            })
    void opensWhatAQuestionNeeds(String question, String groups) {
        List<String> open = Stream.of(Area.values())
                .map(area -> area.of(List.of()))
                .filter(group -> group.words().matcher(question).find())
                .map(group -> group.name())
                .toList();
        assertThat(String.join(" ", open)).isEqualTo(groups);
    }
}
