package au.pip.llm.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SseOrJsonReaderTest {
    @ParameterizedTest
    @CsvSource({
        "'data: {\"a\":1}\n\ndata: 2\n\n','{\"a\":1} 2'",
        "'\n\ndata:1\n\n',1",
        "': {comment\n\ndata:1\n\n',1",
        "'{\"a\":\n\n1}','{\"a\":\n\n1}'",
        "' \r\n {\"a\":1}\n','{\"a\":1}'",
        "'',''"
    })
    void tellsEventsFromOneDocumentHoweverTheBytesAreCut(String content, String frames) throws FrameTooLongException {
        byte[] bytes = content.getBytes(UTF_8);
        for (int size = 1; size <= bytes.length + 1; size++) {
            assertThat(String.join(" ", read(bytes, size))).as("%d", size).isEqualTo(frames);
        }
    }

    private static List<String> read(byte[] bytes, int size) throws FrameTooLongException {
        SseOrJsonReader reader = new SseOrJsonReader();
        List<String> frames = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
            reader.feed(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at)));
            while (reader.next()) {
                frames.add(frame(reader));
            }
        }
        if (reader.end()) {
            frames.add(frame(reader));
        }
        assertThat(reader.end()).isFalse();
        return frames;
    }

    private static String frame(SseOrJsonReader reader) {
        return new String(reader.bytes(), reader.offset(), reader.length(), UTF_8).strip();
    }
}
