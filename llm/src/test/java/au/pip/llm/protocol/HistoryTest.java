package au.pip.llm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static List<Message> mended(List<Message> messages) {
        return History.mended(data -> data != null && data.belongsTo("own", ""), Set.of("given.tool"), messages);
    }

    private static Message calls(String... ids) {
        List<Part> parts = new ArrayList<>();
        for (String id : ids) {
            parts.add(new Part.ToolCall(id, "t", Json.object(), null));
        }
        return new Message(Role.ASSISTANT, parts);
    }

    private static Message results(String... ids) {
        List<Part> parts = new ArrayList<>();
        for (String id : ids) {
            parts.add(new Part.ToolResult(id, "t", "r", false));
        }
        return new Message(Role.TOOL, parts);
    }

    @Test
    void leavesAWholeConversationAlone() {
        List<Message> whole = List.of(
                Message.system("s"), Message.user("a"), calls("c1", "c2"), results("c1", "c2"), Message.assistant("b"));

        assertThat(mended(whole)).isEqualTo(whole);
    }

    @Test
    void mendsNothingTwice() {
        List<Message> mended =
                mended(List.of(Message.user("a"), calls("", "x", "x"), results("x"), calls("x"), results("gone", "x")));

        assertThat(mended(mended)).isEqualTo(mended);
    }

    @Test
    void keepsOnlyItsOwnThinking() {
        Part.Thinking own = new Part.Thinking("a", new ProviderData("own", Json.object()));
        Part.Thinking foreign = new Part.Thinking("b", new ProviderData("other", Json.object()));
        Part.Thinking unsigned = new Part.Thinking("c", null);

        assertThat(mended(List.of(
                        new Message(Role.ASSISTANT, List.of(own, foreign, unsigned)),
                        new Message(Role.ASSISTANT, List.of(foreign)))))
                .containsExactly(new Message(Role.ASSISTANT, List.of(own)));
    }

    @Test
    void givesARepeatedResultToTheCallThatWaits() {
        List<Message> mended = mended(List.of(calls("x"), results("x"), Message.user("a"), calls("x")));

        assertThat(mended.get(1)).isEqualTo(results("x"));
        assertThat(((Part.ToolResult) mended.get(4).parts().getFirst()).failed())
                .isTrue();
    }

    @Test
    void namesToolsAsEveryWireTakesThemUnlessSuchAToolIsGiven() {
        List<String> asked = List.of("functions.get x", " ", "", "1st", "t".repeat(80), "given.tool", "own-tool_2");
        List<Part> called = new ArrayList<>();
        List<Part.ToolResult> came = new ArrayList<>();
        for (String name : asked) {
            called.add(new Part.ToolCall("c" + called.size(), name, Json.object(), null));
            came.add(new Part.ToolResult("c" + came.size(), name, "r", false));
        }

        List<Message> mended = mended(List.of(new Message(Role.ASSISTANT, called), Message.toolResults(came)));

        List<String> names = mended.getFirst().parts().stream()
                .map(part -> ((Part.ToolCall) part).toolName())
                .toList();
        assertThat(names)
                .startsWith("functions_get_x", "unnamed", "unnamed", "_1st")
                .endsWith("given.tool", "own-tool_2");
        assertThat(names.get(4)).matches("t[A-Za-z0-9_-]{63}");
        assertThat(mended.get(1).parts())
                .extracting(part -> ((Part.ToolResult) part).toolName())
                .isEqualTo(names);
        assertThat(mended(mended)).isEqualTo(mended);
    }

    @Property(tries = 300)
    void alwaysGivesEachCallAnIdAndOneResultRightBehindIt(@ForAll("conversations") List<Message> conversation) {
        List<Message> mended = mended(conversation);

        Set<String> ids = new HashSet<>();
        for (int at = 0; at < mended.size(); at++) {
            List<String> called = new ArrayList<>();
            for (Part part : mended.get(at).parts()) {
                if (part instanceof Part.ToolCall call) {
                    assertThat(ids.add(CallId.safe(call.callId()))).isTrue();
                    called.add(call.callId());
                }
                assertThat(part instanceof Part.ToolResult && mended.get(at).role() != Role.TOOL)
                        .isFalse();
            }
            if (!called.isEmpty()) {
                assertThat(mended.get(at + 1).parts())
                        .extracting(part -> ((Part.ToolResult) part).callId())
                        .isEqualTo(called);
            }
        }
        assertThat(results(mended)).isEqualTo(ids.size());
    }

    private static long results(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> message.parts().stream())
                .filter(Part.ToolResult.class::isInstance)
                .count();
    }

    @Provide
    Arbitrary<List<Message>> conversations() {
        Arbitrary<String[]> ids = Arbitraries.of("", " ", "a", "b", "b_1", "ä", "ö", "x".repeat(80))
                .array(String[].class)
                .ofMaxSize(3);
        return Arbitraries.oneOf(
                        ids.map(HistoryTest::calls),
                        ids.map(HistoryTest::results),
                        Arbitraries.of(Message.user("a"), Message.assistant(" "), Message.system("s")))
                .list()
                .ofMaxSize(8);
    }
}
