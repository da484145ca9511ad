package au.pip.llm.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of any stream, however it is written and however it arrives. */
class FrameReaderPropertyTest {
    /** An event as a server may write it: any line end, with or without the blank, among comments and other fields. */
    record Written(String name, List<String> data, String lineEnd, boolean blank, String before) {
        String bytes() {
            String colon = blank ? ": " : ":";
            StringBuilder text = new StringBuilder(before.isEmpty() ? "" : before + lineEnd);
            if (!name.isEmpty()) {
                text.append("event").append(colon).append(name).append(lineEnd);
            }
            for (String line : data) {
                text.append("data").append(colon).append(line).append(lineEnd);
            }
            return text.append(lineEnd).toString();
        }

        String frame() {
            return (name.isEmpty() ? null : name) + "|" + String.join("\n", data);
        }
    }

    private static int[] sizes(List<Integer> pieces) {
        return pieces.stream().mapToInt(Integer::intValue).toArray();
    }

    @Property(tries = 500)
    void readsEventsHoweverTheyAreWrittenAndCut(
            @ForAll("events") List<Written> events,
            @ForAll boolean byteOrderMark,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 30) Integer> pieces)
            throws FrameTooLongException {
        StringBuilder stream = new StringBuilder(byteOrderMark ? "\uFEFF" : "");
        List<String> expected = new ArrayList<>();
        for (Written event : events) {
            stream.append(event.bytes());
            expected.add(event.frame());
        }

        assertThat(SseReaderTest.read(new SseReader(), stream.toString().getBytes(UTF_8), sizes(pieces)))
                .isEqualTo(expected);
    }

    @Property(tries = 500)
    void readsDocumentsHoweverTheirLinesEndAndAreCut(
            @ForAll @Size(max = 6) List<@IntRange(max = 99_999) Integer> documents,
            @ForAll("lineEnds") String lineEnd,
            @ForAll boolean lastEnds,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 30) Integer> pieces)
            throws FrameTooLongException {
        List<String> lines =
                documents.stream().map(number -> "{\"Ä€😀\":" + number + "}").toList();
        String stream = String.join(lineEnd, lines) + (lastEnds ? lineEnd : "");

        assertThat(SseReaderTest.read(new NdjsonReader(), stream.getBytes(UTF_8), sizes(pieces)))
                .isEqualTo(lines.stream().map(line -> "null|" + line).toList());
    }

    @Property(tries = 1000)
    void takesAnyBytesHoweverTheyAreCut(
            @ForAll("anyBytes") byte[] bytes,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> pieces)
            throws FrameTooLongException {
        for (boolean events : new boolean[] {true, false}) {
            List<String> whole = SseReaderTest.read(reader(events), bytes, Math.max(1, bytes.length));

            assertThat(SseReaderTest.read(reader(events), bytes, sizes(pieces))).isEqualTo(whole);
            assertThat(whole).hasSizeLessThanOrEqualTo(bytes.length + 1);
        }
    }

    private static FrameReader reader(boolean events) {
        return events ? new SseReader() : new NdjsonReader();
    }

    @Provide
    Arbitrary<List<Written>> events() {
        Arbitrary<String> line = Arbitraries.strings()
                .withChars("{}\":, aÄ€\u2028\0")
                .withChars('\uFEFF')
                .ofMaxLength(12)
                .filter(text -> !text.startsWith(" "));
        return Combinators.combine(
                        Arbitraries.of("", "message_start", "x y"),
                        line.list().ofMinSize(1).ofMaxSize(3),
                        lineEnds(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", ": keep-alive", ":", "id: 7", "retry: 5", "nonsense", "dat: x"))
                .as(Written::new)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<byte[]> anyBytes() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.bytes().map(one -> new byte[] {one})),
                        Tuple.of(
                                4,
                                Arbitraries.of(
                                                "\n",
                                                "\r",
                                                "\r\n",
                                                "data:",
                                                "data: ",
                                                "event: x",
                                                "data",
                                                ":",
                                                " ",
                                                "\uFEFF",
                                                "{}")
                                        .map(text -> text.getBytes(UTF_8))))
                .list()
                .ofMaxSize(30)
                .map(FrameReaderPropertyTest::join);
    }

    private static byte[] join(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
