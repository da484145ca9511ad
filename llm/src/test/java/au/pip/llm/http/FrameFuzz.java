package au.pip.llm.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.fuzz.ParserFuzz;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Any bytes are cut into the same frames, however they arrive. */
abstract class FrameFuzz extends ParserFuzz {
    private final Supplier<FrameReader> readers;

    FrameFuzz(Supplier<FrameReader> readers) {
        this.readers = readers;
    }

    @Override
    protected void parse(byte[] bytes) throws FrameTooLongException {
        var whole = SseReaderTest.read(readers.get(), bytes, Math.max(1, bytes.length));

        assertThat(SseReaderTest.read(readers.get(), bytes, 1)).isEqualTo(whole);
        assertThat(SseReaderTest.read(readers.get(), bytes, 3, 1, 7)).isEqualTo(whole);
    }

    @Override
    protected Stream<byte[]> seeds() {
        return Stream.of(
                        "data: {\"a\":\"Ä€😀\"}\n\ndata: [DONE]\n\n",
                        "\uFEFFevent: x\r\ndata:1\r\ndata: 2\r\n\r\n",
                        ": hi\r\rid: 7\rretry: 5\rdata\r\rdata: cut",
                        "{\"a\":1}\n\n\r\n{\"b\":\"\\u0000\"}",
                        "\n\n\r\r\r\n\n")
                .map(text -> text.getBytes(UTF_8));
    }
}
