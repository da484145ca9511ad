package au.pip.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatOptions;
import au.pip.llm.Message;
import au.pip.llm.ToolSpec;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ToolboxTest {
    private static final JsonMapper JSON = new JsonMapper();

    private record Named(String name) implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec(name, "", JSON.createObjectNode());
        }

        @Override
        public boolean readOnly() {
            return true;
        }

        @Override
        public String label(JsonNode arguments) {
            return name;
        }

        @Override
        public ToolResult run(JsonNode arguments) {
            return ToolResult.of(name + " ran", name);
        }
    }

    private static ToolGroup group(String name, String words, String... tools) {
        return new ToolGroup(
                name,
                "all of " + name,
                Pattern.compile(words),
                List.of(tools).stream().<Tool>map(Named::new).toList());
    }

    private final Toolbox toolbox = new Toolbox(
            List.of(new Named("always")),
            List.of(group("tax", "GST|BAS", "bas", "super"), group("papers", "quote", "quotes")));

    private List<String> told() {
        return toolbox.specs().stream().map(ToolSpec::name).toList();
    }

    private static List<String> names(ChatOptions options) {
        return options.tools().stream().map(ToolSpec::name).toList();
    }

    @Test
    void tellsOfNoGroupBeforeItIsAskedFor() {
        assertThat(told()).containsExactly("always", "more_tools");
        assertThat(toolbox.specs().getLast().description())
                .contains("tax: all of tax")
                .contains("papers: all of papers");
    }

    @Test
    void opensTheGroupsThatAMessageCallsFor() {
        toolbox.openFor("When is the next BAS due?");
        toolbox.openFor("And the GST?");
        assertThat(told()).containsExactly("always", "more_tools", "bas", "super");
    }

    @Test
    void opensWhatTheModelAsksForFromItsNextReplyOn() {
        ScriptedModel model = new ScriptedModel(
                List.of(
                        new Step.Call(List.of(Map.entry("more_tools", Map.of("group", "papers")))),
                        new Step.Call(List.of(Map.entry("quotes", Map.of()))),
                        new Step.Say("done")),
                Duration.ZERO);
        RunOutcome outcome = new AgentLoop(
                        model,
                        toolbox,
                        ToolPolicy.readOnly(),
                        ChatOptions.defaults(),
                        AgentLimits.DEFAULTS,
                        Clock.systemUTC())
                .run(List.of(Message.user("any quotes?")), new StopSignal(), _ -> {});
        assertThat(outcome).isEqualTo(new RunOutcome.Completed());
        assertThat(model.options())
                .extracting(ToolboxTest::names)
                .containsExactly(
                        List.of("always", "more_tools"),
                        List.of("always", "more_tools", "quotes"),
                        List.of("always", "more_tools", "quotes"));
    }

    @Test
    void refusesAGroupThatDoesNotExist() throws Exception {
        ToolResult result = toolbox.find("more_tools")
                .orElseThrow()
                .run(JSON.createObjectNode().put("group", "payments"));
        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains("tax, papers");
    }

    @Test
    void findsAToolOfAClosedGroup() {
        assertThat(toolbox.find("quotes")).isPresent();
    }

    @Test
    void hasNoMoreToolsWithoutGroups() {
        assertThat(new Toolbox(List.of(new Named("always")), List.of(group("empty", "x"))).specs())
                .extracting(ToolSpec::name)
                .containsExactly("always");
    }

    @Test
    void refusesTwoToolsOfOneName() {
        List<Tool> always = List.of(new Named("same"));
        List<ToolGroup> groups = List.of(group("other", "x", "same"));
        assertThatThrownBy(() -> new Toolbox(always, groups)).hasMessageContaining("same");
    }
}
