package au.pip.llm.protocol.openai;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much thinking is asked for, of which model, at which host. */
class ChatCompletionsEffortTest {
    private static final ToolSpec TOOL =
            new ToolSpec("today", "Today's date", Json.object().put("type", "object"));
    private static final List<Message> HELLO = List.of(Message.user("Hello"));

    private static Rendered render(ChatDialect dialect, ModelInfo model, ChatOptions options, List<Message> messages) {
        return new ChatCompletionsProtocol(dialect).renderChat(new ChatRequest("here", model, messages, options));
    }

    private static ModelInfo thinker(String id) {
        return new ModelInfo(id, 0, 0, EnumSet.complementOf(EnumSet.of(Capability.TEMPERATURE)));
    }

    /** OpenAI's models of 2026 refuse tools by this API unless they are told not to think; o3 and gpt-5 do not. */
    @ParameterizedTest
    @CsvSource({
        "gpt-6-luna,,none,''",
        "gpt-6-luna,NONE,none,''",
        "gpt-6-luna,LOW,none,effort",
        "gpt-5.4-mini,HIGH,none,effort",
        "gpt-5-mini,,,''",
        "gpt-5-mini,NONE,minimal,''",
        "gpt-5-2025-08-07,HIGH,high,''",
        "o4-mini,NONE,low,''",
        "gpt-6-astra,HIGH,high,tools"
    })
    void findsTheEffortThatGoesWithTools(String model, @Nullable Effort asked, @Nullable String sent, String warned) {
        ChatOptions options = ChatOptions.defaults().withTools(List.of(TOOL)).withEffort(asked);

        Rendered rendered = render(ChatDialect.OPENAI, thinker(model), options, HELLO);

        assertThat(Json.text(rendered.body(), "reasoning_effort")).isEqualTo(sent);
        assertThat(rendered.warnings())
                .extracting(Warning::subject)
                .isEqualTo(warned.isEmpty() ? List.of() : List.of(warned));
        assertThat(rendered.body().has("tools")).isEqualTo(!warned.equals("tools"));
    }

    // Zoo-Code #866: by this API the effort is a field of its own
    @ParameterizedTest
    @CsvSource({"grok-4.3,NONE,none", "grok-4.6,NONE,low", "grok-4.6,MEDIUM,medium"})
    void givesGrokItsEffortAsAField(String model, Effort asked, String sent) {
        ChatOptions options = ChatOptions.defaults().withTools(List.of(TOOL)).withEffort(asked);

        assertThat(Json.text(
                        render(ChatDialect.XAI, thinker(model), options, HELLO).body(), "reasoning_effort"))
                .isEqualTo(sent);
    }

    /** Each of these hosts answers 400 to a word that a model of its own does not take. */
    @ParameterizedTest
    @CsvSource({
        "mistral,mistral-small-latest,NONE,none,false",
        "mistral,mistral-small-2603,LOW,high,true",
        "mistral,mistral-medium-3.5,MEDIUM,high,true",
        "mistral,mistral-medium-latest,HIGH,high,false",
        "mistral,mistral-large-latest,HIGH,,true",
        "mistral,codestral-latest,NONE,,true",
        "groq,openai/gpt-oss-120b,NONE,low,false",
        "groq,openai/gpt-oss-20b,MEDIUM,medium,false",
        "groq,qwen/qwen3-32b,NONE,none,false",
        "groq,qwen/qwen3.6-27b,LOW,default,true",
        "groq,llama-3.3-70b-versatile,LOW,,true"
    })
    void asksForAnEffortThatTheHostsModelTakes(
            String host, String model, Effort asked, @Nullable String sent, boolean warned) {
        ChatDialect dialect = host.equals("groq") ? ChatDialect.GROQ : ChatDialect.MISTRAL;

        Rendered rendered = render(
                dialect,
                new ModelInfo(model, 0, 0, Set.of()),
                ChatOptions.defaults().withEffort(asked),
                HELLO);

        assertThat(Json.text(rendered.body(), "reasoning_effort")).isEqualTo(sent);
        assertThat(rendered.warnings()).extracting(Warning::subject).isEqualTo(warned ? List.of("effort") : List.of());
    }

    @Test
    void believesAPriceFileThatAModelTakesAnEffort() {
        ChatOptions options = ChatOptions.defaults().withEffort(Effort.HIGH);

        assertThat(Json.text(
                        render(ChatDialect.MISTRAL, thinker("mistral-next"), options, HELLO)
                                .body(),
                        "reasoning_effort"))
                .isEqualTo("high");
    }
}
