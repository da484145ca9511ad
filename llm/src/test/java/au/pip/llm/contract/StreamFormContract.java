package au.pip.llm.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatResponse;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same reply, however the provider's server or a gateway before it writes its bytes. */
public interface StreamFormContract extends ContractSetting {
    String UNKNOWN = "{\"type\":\"brand_new\",\"object\":\"brand_new\",\"brand_new\":{\"a\":[1,{\"b\":null}]}}";

    private List<String> sample() {
        return framesOf(
                new Piece.Thinking("Hm"),
                Piece.Text.of("Ä€😀", " two"),
                Piece.Call.of("c1", "get_balance", "{\"account\":", "\"Cheque\"}"));
    }

    private void assertRead(List<String> writes) {
        ChatResponse response = askedWith(writes);

        assertThat(response.text()).isEqualTo("Ä€😀 two");
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(response.toolCalls())
                .extracting(call -> call.arguments().toString())
                .containsExactly("{\"account\":\"Cheque\"}");
        assertThat(response.usage()).isEqualTo(Usage.of(ReplyContract.INPUT, ReplyContract.OUTPUT));
    }

    private void assertReadWith(UnaryOperator<String> change) {
        assertRead(sample().stream().map(change).toList());
    }

    private void assumeEvents() {
        assumeTrue(sendsEvents(), "not on this wire: " + provider() + " sends no server-sent events");
    }

    /** Each cut within the text, and some of all others, which {@link #readsOneByteAWrite} makes all at once. */
    @Test
    default void readsAnyTextHoweverItsBytesAreCut() {
        String text = "Ä€😀\u2028\"\\\n…";
        String frames = String.join("", framesOf(Piece.Text.of(text, "é")));
        byte[] bytes = frames.getBytes(UTF_8);
        int from = frames.substring(0, frames.indexOf('Ä')).getBytes(UTF_8).length;
        Answer[] answers = IntStream.range(1, bytes.length)
                .filter(at -> at % 9 == 0 || Math.abs(at - from - 15) < 25)
                .mapToObj(at -> Answer.stream(contentType())
                        .write(Arrays.copyOfRange(bytes, 0, at))
                        .write(Arrays.copyOfRange(bytes, at, bytes.length))
                        .end())
                .toArray(Answer[]::new);
        server().on(chatPath(), answers);

        for (int call = 0; call < answers.length; call++) {
            assertThat(llm().chat(HELLO, options()).text()).isEqualTo(text + "é");
        }
    }

    @Test
    default void readsOneByteAWrite() {
        Answer.Builder answer = Answer.stream(contentType());
        for (byte next : String.join("", framesOf(Piece.Text.of("Ä€😀"))).getBytes(UTF_8)) {
            answer.write(new byte[] {next});
        }
        server().on(chatPath(), answer.end());

        assertThat(llm().chat(HELLO, options()).text()).isEqualTo("Ä€😀");
    }

    @Test
    default void readsAllFramesOfOneWrite() {
        assertRead(List.of(String.join("", sample())));
    }

    @Test
    default void readsAFrameOfAMegabyte() {
        String text = "€".repeat(400_000);

        assertThat(askedWith(framesOf(Piece.Text.of(text))).text()).isEqualTo(text);
    }

    @Test
    default void takesCarriageReturnsWithLineFeeds() {
        assertReadWith(frame -> frame.replace("\n", "\r\n"));
    }

    @Test
    default void takesLoneCarriageReturns() {
        assertReadWith(frame -> frame.replace('\n', '\r'));
    }

    @Test
    default void readsOverBlankLines() {
        assertReadWith(frame -> "\n\r\n" + frame + "\n");
    }

    @Test
    default void skipsAByteOrderMark() {
        List<String> frames = new ArrayList<>(sample());
        frames.set(0, "\uFEFF" + frames.getFirst());

        assertRead(frames);
    }

    @Test
    default void readsOverUnknownFields() {
        assertReadWith(frame -> frame.replaceFirst("\\{", "{\"brand_new\":{\"x\":[1,null,\"}\"]},"));
    }

    @Test
    default void readsOverUnknownFrames() {
        String unknown = sendsEvents() ? "event: brand_new\ndata: " + UNKNOWN + "\n\n" : UNKNOWN + "\n";

        assertReadWith(frame -> unknown + frame);
    }

    @Test
    default void takesDataWithoutABlank() {
        assumeEvents();

        assertReadWith(frame -> frame.replaceAll("(?m)^(data|event): ", "$1:"));
    }

    @Test
    default void joinsDataOfSeveralLines() {
        assumeEvents();

        assertReadWith(frame -> frame.replaceFirst("\\{", "{\ndata:\ndata: "));
    }

    @Test
    default void readsOverComments() {
        assumeEvents();

        assertReadWith(frame -> ": keep-alive\n\n:\n" + frame);
    }

    @Test
    default void readsOverOtherFieldsOfAnEvent() {
        assumeEvents();

        assertReadWith(frame -> "id: 7\nretry: 100\nnonsense: x\nnonsense\n" + frame);
    }

    @Test
    default void takesALastFrameWithoutItsEnd() {
        List<String> frames = new ArrayList<>(sample());
        frames.set(frames.size() - 1, frames.getLast().stripTrailing());

        assertRead(frames);
    }

    @Test
    default void ignoresWhatFollowsTheEndMark() {
        List<String> frames = new ArrayList<>(sample());
        frames.addAll(framesOf(Piece.Text.of("more")));
        frames.add("}{ \u0000 nonsense\n\n");

        assertRead(frames);
    }
}
