package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class LineWrapTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    private String wrap(int width, String... parts) {
        LineWrap lines = new LineWrap(out, width);
        for (String part : parts) {
            lines.write(part);
        }
        lines.endLine();
        return bytes.toString(UTF_8);
    }

    @Test
    void breaksAtSpacesHoweverTheTextComes() {
        assertThat(wrap(12, "You are o", "wed $1,2", "34.50 by ", "8 people"))
                .isEqualTo("You are owed\n$1,234.50 by\n8 people\n");
    }

    @Test
    void indentsTheFurtherLinesOfAListItem() {
        assertThat(wrap(14, "- Bright and Sons owe\n10. Acme owes you\nplain words here now"))
                .isEqualTo("- Bright and\n  Sons owe\n10. Acme owes\n    you\nplain words\nhere now\n");
    }

    @Test
    void keepsEmptyLinesAndLeavesALongWordWhole() {
        assertThat(wrap(10, "a\n\nhttps://example.org/long b")).isEqualTo("a\n\nhttps://example.org/long\nb\n");
    }

    @Test
    void countsColumnsOfTheScreenNotCharacters() {
        assertThat(wrap(8, "日本 株式 会社 ab")).isEqualTo("日本\n株式\n会社 ab\n");
    }

    @Test
    void breaksNothingForAPipe() {
        String text = "a  b \n\n" + "word ".repeat(100) + "end";
        assertThat(wrap(LineWrap.NONE, text)).isEqualTo(text + "\n");
    }

    @Test
    void givesStyleToWordsWithoutCountingIt() {
        LineWrap lines = new LineWrap(out, 11);
        lines.write("of ");
        lines.write("23 Nov 2026", Paint.COLOUR.figure("verified"));
        lines.write(".");
        lines.endLine();
        assertThat(bytes.toString(UTF_8))
                .isEqualTo("of \u001B[32m23\u001B[0m \u001B[32mNov\u001B[0m\n\u001B[32m2026\u001B[0m.\n");
    }
}
