package au.pip.llm.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SseReaderTest {
    /** Events as {@code name|data}, with the stream cut into pieces of the given sizes, again and again. */
    private static List<String> read(String stream, int... sizes) throws FrameTooLongException {
        return read(new SseReader(), stream.getBytes(UTF_8), sizes);
    }

    static List<String> read(FrameReader reader, byte[] bytes, int... sizes) throws FrameTooLongException {
        List<String> frames = new ArrayList<>();
        int turn = 0;
        for (int at = 0; at < bytes.length; turn++) {
            int size = Math.min(sizes[turn % sizes.length], bytes.length - at);
            reader.feed(ByteBuffer.wrap(bytes, at, size).asReadOnlyBuffer());
            at += size;
            while (reader.next()) {
                frames.add(frame(reader));
            }
        }
        if (reader.end()) {
            frames.add(frame(reader));
        }
        return frames;
    }

    private static String frame(FrameReader reader) {
        return reader.event() + "|" + new String(reader.bytes(), reader.offset(), reader.length(), UTF_8);
    }

    @Test
    void readsDataWithAndWithoutABlankAfterTheColon() throws Exception {
        assertThat(read("data: a\n\ndata:b\n\ndata:  c\n\n", 100)).containsExactly("null|a", "null|b", "null| c");
    }

    @Test
    void takesAllThreeLineEnds() throws Exception {
        assertThat(read("data: a\r\n\r\ndata: b\r\rdata: c\n\n", 1)).containsExactly("null|a", "null|b", "null|c");
    }

    @Test
    void joinsDataLinesAndNamesEvents() throws Exception {
        assertThat(read("event: x\ndata: 1\ndata: 2\n\ndata: 3\n\n", 7)).containsExactly("x|1\n2", "null|3");
    }

    @Test
    void readsOverCommentsOtherFieldsAndEmptyEvents() throws Exception {
        assertThat(read(": hi\n\nid: 7\nretry: 5\nevent: gone\n\ndata: a\nnonsense\n\n", 3))
                .containsExactly("null|a");
    }

    @Test
    void skipsAByteOrderMarkOnlyAtTheStart() throws Exception {
        assertThat(read("\uFEFFdata: a\n\n\uFEFFdata: b\n\ndata: c\n\n", 1)).containsExactly("null|a", "null|c");
    }

    @Test
    void givesAnEventThatTheEndCutsOff() throws Exception {
        assertThat(read("data: a\n\ndata: b\n", 100)).containsExactly("null|a", "null|b");
        assertThat(read("data: a\n\nevent: x\ndata: 1\ndata: 2", 3)).containsExactly("null|a", "x|1\n2");
        assertThat(read("\uFEFFdata: a", 100)).containsExactly("null|a");
        assertThat(read("data: a\n\nevent: x\n: end", 100)).containsExactly("null|a");
        assertThat(read("data: a\n\n", 100)).containsExactly("null|a");
    }

    @Test
    void readsADocumentThatStandsBareBetweenEvents() throws Exception {
        String bare = "{\r\n  \"error\": {\n    \"code\": 503\n  }\n}";

        assertThat(read("data: a\n\n" + bare, 3))
                .containsExactly("null|a", "null|{  \"error\": {    \"code\": 503  }}");
        assertThat(read(bare + "\n\ndata: b\n\n", 100))
                .containsExactly("null|b", "null|{  \"error\": {    \"code\": 503  }}");
        assertThat(read("data: a\n\nnonsense {\n: {\n", 2)).containsExactly("null|a");
    }

    @Test
    void refusesAFrameWithoutEnd() {
        SseReader reader = new SseReader();
        byte[] megabyte = new byte[1024 * 1024];

        assertThatThrownBy(() -> {
                    for (int fed = 0; fed < 40; fed++) {
                        reader.feed(ByteBuffer.wrap(megabyte));
                        reader.next();
                    }
                })
                .isInstanceOf(FrameTooLongException.class);
    }

    @Property(tries = 300)
    void readsTheSameHoweverItIsCut(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @Size(max = 5) List<String> texts,
            @ForAll boolean carriageReturns)
            throws FrameTooLongException {
        String end = carriageReturns ? "\r\n" : "\n";
        List<String> expected = new ArrayList<>();
        StringBuilder stream = new StringBuilder("data: Ä€😀").append(end).append(end);
        expected.add("null|Ä€😀");
        for (String text : texts) {
            String wellFormed = new String(text.getBytes(UTF_8), UTF_8).replaceAll("[\r\n]", "");
            stream.append("event: e")
                    .append(end)
                    .append("data: ")
                    .append(wellFormed)
                    .append(end)
                    .append(end);
            expected.add("e|" + wellFormed);
        }

        int[] pieces = sizes.stream().mapToInt(Integer::intValue).toArray();

        assertThat(read(stream.toString(), pieces)).isEqualTo(expected);
    }
}
