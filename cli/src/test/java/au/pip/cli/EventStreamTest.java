package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
    void readsTheSameEventsHoweverTheBytesAreSplit(int piece) throws IOException {
        List<ServerEvent> events = read(split(Recorded.text("who-owes-me.sse"), piece));
        assertThat(events).hasSize(21);
        assertThat(events.getFirst().type()).isEqualTo("started");
        assertThat(events.get(8).data()).contains("Nguyễn O'Brien");
        assertThat(events.getLast().id()).isEqualTo("21");
    }

    @Test
    void takesEveryLineEndAndJoinsDataLines() throws IOException {
        String text = "\uFEFFevent: a\r\ndata:one\r\ndata: two\r\n\r\nid: 5\rdata\r\r: note\ndata: three\nretry: 9\n\n";
        assertThat(read(split(text, 3)))
                .containsExactly(
                        new ServerEvent(null, "a", "one\ntwo"),
                        new ServerEvent("5", "message", ""),
                        new ServerEvent("5", "message", "three"));
    }

    @Test
    void dropsAnEventThatWasCutBeforeItsEmptyLine() throws IOException {
        assertThat(read(split("id: 1\ndata: a\n\nid: 2\ndata: b\n", 100)))
                .containsExactly(new ServerEvent("1", "message", "a"));
    }

    private static List<ServerEvent> read(InputStream bytes) throws IOException {
        List<ServerEvent> events = new ArrayList<>();
        try (EventStream stream = new EventStream(bytes, LONG)) {
            ServerEvent event;
            while ((event = stream.next()) != null) {
                events.add(event);
            }
        }
        return events;
    }

    private static InputStream split(String text, int piece) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, piece));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }
}
