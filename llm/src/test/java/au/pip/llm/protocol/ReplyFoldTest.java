package au.pip.llm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatEvent.Finished;
import au.pip.llm.ChatEvent.TextDelta;
import au.pip.llm.ChatEvent.ToolCallDelta;
import au.pip.llm.ChatEvent.ToolCallStarted;
import au.pip.llm.ChatResponse;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

class ReplyFoldTest {
    private final List<ChatEvent> passedOn = new ArrayList<>();
    private final ReplyFold fold = new ReplyFold("p", "asked", passedOn::add);

    private ChatResponse fold(ChatEvent... events) {
        for (ChatEvent event : events) {
            fold.accept(event);
        }
        return fold.response(null, Timing.NONE, null);
    }

    @Test
    void mergesInterleavedCallsByIndex() {
        ChatResponse response = fold(
                new ToolCallStarted(1, "b", "two"),
                new ToolCallStarted(0, "a", "one"),
                new ToolCallDelta(1, "{\"x\":"),
                new ToolCallDelta(0, "{\"y\""),
                new ToolCallDelta(1, "1}"),
                new ToolCallDelta(0, ":2}"),
                new Finished(StopReason.END));

        assertThat(response.toolCalls())
                .extracting(call -> call.callId() + call.toolName() + call.arguments())
                .containsExactly("aone{\"y\":2}", "btwo{\"x\":1}");
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
    }

    @Test
    void givesACallAnIdOfItsOwnWhenAnotherHasIt() {
        ChatResponse response = fold(
                new ToolCallStarted(0, "same", "one"),
                new ToolCallStarted(1, "same", "two"),
                new ToolCallStarted(1, "same", ""),
                new Finished(StopReason.TOOL_CALLS));

        String second = response.toolCalls().get(1).callId();
        assertThat(response.toolCalls().get(0).callId()).isEqualTo("same");
        assertThat(second).isNotEqualTo("same").isNotEmpty();
        assertThat(passedOn.subList(1, 3))
                .containsExactly(new ToolCallStarted(1, second, "two"), new ToolCallStarted(1, second, ""));
    }

    @Test
    void keepsFirstIdAndNameWhenFragmentsRepeatOrEmptyThem() {
        ChatResponse response = fold(
                new ToolCallStarted(0, "", "add"),
                new ToolCallStarted(0, "first", "add"),
                new ToolCallStarted(0, "second", "add"),
                new ToolCallStarted(0, "", ""),
                new Finished(StopReason.TOOL_CALLS));

        assertThat(response.toolCalls())
                .extracting(call -> call.callId() + " " + call.toolName())
                .containsExactly("first add");
    }

    @Test
    void givesBrokenArgumentsAsTheirText() {
        for (String broken : List.of("{\"a\":", "{\"a\":1}{\"b\":2}", "[1]", "null")) {
            ReplyFold one = new ReplyFold("p", "asked", event -> {});
            one.accept(new ToolCallStarted(0, "a", "one"));
            one.accept(new ToolCallDelta(0, broken));
            one.finish(StopReason.END);

            assertThat(one.response(null, Timing.NONE, null)
                            .toolCalls()
                            .getFirst()
                            .arguments())
                    .isEqualTo(StringNode.valueOf(broken));
        }
    }

    @Test
    void keepsDecimalsOfArgumentsAsTheyCame() {
        fold(new ToolCallStarted(0, "a", "one"), new ToolCallDelta(0, "{\"amount\":10.50}"));
        fold.finish(StopReason.END);

        assertThat(fold.response(null, Timing.NONE, null)
                        .toolCalls()
                        .getFirst()
                        .arguments()
                        .toString())
                .isEqualTo("{\"amount\":10.50}");
    }

    @Test
    void replacesUsageInsteadOfAdding() {
        ChatResponse response = fold(
                new ChatEvent.UsageReported(Usage.of(5, 1)),
                new ChatEvent.UsageReported(Usage.of(7, 3)),
                new Finished(StopReason.END));

        assertThat(response.usage()).isEqualTo(Usage.of(7, 3));
    }

    @Test
    void isCancelledWithoutAnEndAndLeavesHalfCallsOut() {
        ChatResponse response =
                fold(new TextDelta(0, "some"), new ToolCallStarted(1, "a", "one"), new ToolCallDelta(1, "{}"));

        assertThat(response.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(response.message().parts()).containsExactly(Part.Text.of("some"));
    }

    @Test
    void finishesOpenPartsBeforeTheReply() {
        fold.accept(new TextDelta(0, "some"));
        fold.finish(StopReason.MAX_TOKENS);

        assertThat(passedOn)
                .containsExactly(
                        new TextDelta(0, "some"),
                        new ChatEvent.PartFinished(0, Part.Text.of("some")),
                        new Finished(StopReason.MAX_TOKENS));
    }

    @Test
    void saysEndWhenToolCallsWereAnnouncedButNoneCame() {
        fold.finish(StopReason.TOOL_CALLS);

        assertThat(fold.response(null, Timing.NONE, null).stopReason()).isEqualTo(StopReason.END);
    }

    @Test
    void dropsACallThatTheOutputLimitCut() {
        for (String cut : List.of("", "{\"per", "{}")) {
            ReplyFold one = new ReplyFold("p", "asked", event -> {});
            one.accept(new TextDelta(0, "some"));
            one.accept(new ToolCallStarted(1, "a", "one"));
            one.accept(new ToolCallDelta(1, cut));
            one.finish(StopReason.MAX_TOKENS);
            ChatResponse response = one.response(null, Timing.NONE, null);

            assertThat(response.message().parts()).containsExactly(Part.Text.of("some"));
            assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        }
    }

    @Test
    void dropsACallThatWasClosedOverCutArguments() {
        fold.accept(new ToolCallStarted(0, "a", "one"));
        fold.accept(new ToolCallDelta(0, "{\"period\":\"last"));
        fold.finishPart(0, null);
        fold.finish(StopReason.MAX_TOKENS);
        ChatResponse response = fold.response(null, Timing.NONE, null);

        assertThat(response.toolCalls()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void dropsACallThatWasClosedBeforeItsArgumentsBegan() {
        for (StopReason cut : List.of(StopReason.MAX_TOKENS, StopReason.CONTEXT_FULL)) {
            ReplyFold one = new ReplyFold("p", "asked", event -> {});
            one.accept(new ToolCallStarted(0, "a", "without_arguments"));
            one.finishPart(0, null);
            one.accept(new ToolCallStarted(1, "b", "two"));
            one.accept(new ToolCallDelta(1, " "));
            one.finishPart(1, null);
            one.finish(cut);

            assertThat(one.response(null, Timing.NONE, null).toolCalls())
                    .extracting(Part.ToolCall::toolName)
                    .containsExactly("without_arguments");
        }
    }

    @Test
    void keepsTheWholeCallsBeforeACut() {
        fold.accept(new ToolCallStarted(0, "a", "one"));
        fold.accept(new ToolCallDelta(0, "{\"x\":1}"));
        fold.finishPart(0, null);
        fold.accept(new ToolCallStarted(1, "b", "two"));
        fold.finish(StopReason.MAX_TOKENS);
        ChatResponse response = fold.response(null, Timing.NONE, null);

        assertThat(response.toolCalls()).extracting(Part.ToolCall::callId).containsExactly("a");
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
    }
}
