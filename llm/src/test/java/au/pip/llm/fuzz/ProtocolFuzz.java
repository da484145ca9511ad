package au.pip.llm.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Part;
import au.pip.llm.Timing;
import au.pip.llm.contract.Piece;
import au.pip.llm.contract.WireSample;
import au.pip.llm.http.FrameReader;
import au.pip.llm.http.FrameTooLongException;
import au.pip.llm.http.NdjsonReader;
import au.pip.llm.http.SseReader;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Framing;
import au.pip.llm.protocol.Protocol;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * A protocol takes any answer: frames give events, a {@link WireFailure} or a {@link JacksonException}; what has come of
 * it is a reply that can be sent back; and any body of an error is sorted.
 */
public abstract class ProtocolFuzz extends ParserFuzz {
    private final Protocol protocol;
    private final WireSample sample;

    /** @param sample the provider's own bytes, which are the seeds */
    protected ProtocolFuzz(Protocol protocol, WireSample sample) {
        this.protocol = protocol;
        this.sample = sample;
    }

    @Override
    protected Stream<byte[]> seeds() {
        List<Piece> all = List.of(
                new Piece.Thinking("Hm"),
                Piece.Text.of("Ä€😀", " two"),
                Piece.Call.of("c1", "get_balance", "{\"account\":", "\"Cheque\"}"),
                Piece.Call.of("c2", "get_today"));
        Stream<String> replies = Stream.concat(
                Stream.of(String.join("", sample.frames(all, 16, 10))), sample.endings().values().stream());
        Stream<String> counts = sample.counts().stream().map(WireSample.Counted::body);
        Stream<String> errors = Stream.of(sample.midStreamError(), sample.errorBody(400), sample.errorBody(429));
        return Stream.of(replies, counts, errors).flatMap(texts -> texts).map(text -> text.getBytes(UTF_8));
    }

    @Override
    protected void parse(byte[] bytes) {
        ChatRequest request = request(Message.user("Hello"));
        ReplyFold fold = new ReplyFold("fuzz", "model", event -> {});
        try {
            read(bytes, protocol.reader(request, protocol.renderChat(request), fold));
        } catch (WireFailure | JacksonException | FrameTooLongException refused) {
            assertThat(refused).isNotNull();
        }

        ChatResponse response = fold.response(null, Timing.NONE, null);
        assertThat(response.toolCalls()).extracting(Part.ToolCall::callId).doesNotHaveDuplicates();
        protocol.renderChat(request(Message.user("Hello"), response.message(), Message.user("More")));
        assertThat(protocol.parseFailure(400, bytes).kind()).isNotNull();
    }

    private static ChatRequest request(Message... messages) {
        return new ChatRequest(
                "fuzz", new ModelInfo("model", 0, 0, Set.of()), List.of(messages), ChatOptions.defaults());
    }

    private void read(byte[] bytes, ReplyReader reader) throws FrameTooLongException {
        FrameReader frames = protocol.framing() == Framing.JSON_LINES ? new NdjsonReader() : new SseReader();
        frames.feed(ByteBuffer.wrap(bytes));
        while (!reader.whole() && frames.next()) {
            read(frames, reader);
        }
        if (!reader.whole() && frames.end()) {
            read(frames, reader);
        }
        reader.end();
    }

    private static void read(FrameReader frames, ReplyReader reader) {
        if (frames.length() > 0) {
            reader.read(frames.event(), frames.bytes(), frames.offset(), frames.length());
        }
    }
}
