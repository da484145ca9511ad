package au.pip.llm.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NdjsonReaderTest {
    private static Iterable<String> read(String stream, int size) throws FrameTooLongException {
        return SseReaderTest.read(new NdjsonReader(), stream.getBytes(UTF_8), size);
    }

    @Test
    void skipsEmptyLines() throws Exception {
        assertThat(read("{}\n\n\r\n[1]\n", 2)).containsExactly("null|{}", "null|[1]");
    }

    @Test
    void givesALastLineWithoutItsEnd() throws Exception {
        assertThat(read("{}\n{\"a\":", 100)).containsExactly("null|{}", "null|{\"a\":");
    }

    @Property(tries = 50)
    void readsTheSameHoweverItIsCut(@ForAll @IntRange(min = 1, max = 40) int size) throws Exception {
        assertThat(read("{\"a\":\"Ä€😀\"}\r\n{\"b\":1}\n", size))
                .containsExactly("null|{\"a\":\"Ä€😀\"}", "null|{\"b\":1}");
    }
}
