package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.ModelInfo;
import au.pip.llm.ProviderConfig;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of the user's own that copies the Responses API: nothing is known of its models. */
class CustomResponsesContractTest extends ResponsesContract {
    @TempDir
    private Path directory;

    @Override
    public String provider() {
        return "custom";
    }

    @Override
    protected String api() {
        return "responses";
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public LlmProvider create(ProviderConfig config) {
        String chosen = config.defaultModel() == null ? model() : config.defaultModel();
        return super.create(
                config.withDefaultModel(chosen).withPriceFile(OwnPrices.in(directory, provider(), model())));
    }

    @Override
    public String model() {
        return "open-model";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.000036");
    }

    @Override
    String usage(long inputTokens, long outputTokens) {
        return "{\"input_tokens\":%d,\"output_tokens\":%d,\"total_tokens\":%d}"
                .formatted(inputTokens, outputTokens, inputTokens + outputTokens);
    }

    @Override
    public List<Counted> counts() {
        return List.of(new Counted("no details", counted(usage(37, 11)), Usage.of(37, 11)));
    }

    /** Whether the model thinks is not known. */
    @Override
    String include() {
        return "";
    }

    @Override
    public String midStreamError() {
        return event("error", "\"code\":\"slow_down\",\"message\":\"WORDS\",\"param\":null");
    }

    @Override
    public Class<? extends LlmException> midStreamFailure() {
        return LlmException.Overloaded.class;
    }

    @Override
    public String everythingRequest() {
        return """
               {"model": "open-model", "stream": true, "store": false,
                "max_output_tokens": 100, "temperature": 0.5, "reasoning": {"effort": "low"}, "text": %s,
                "tools": [%s], "tool_choice": "required",
                "input": [
                  {"role": "system", "content": "Be brief."},
                  {"role": "user", "content": [
                    {"type": "input_image", "detail": "auto", "image_url": "data:image/png;base64,aW1n"},
                    {"type": "input_file", "filename": "bill.pdf",
                     "file_data": "data:application/pdf;base64,cGRm"},
                    {"type": "input_text", "text": "What is the total?"}]}]}
               """.formatted(ANSWER_FORMAT, BALANCE_TOOL);
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("stopSequences", "promptCache");
    }

    @Test
    void listsTheServersModels() {
        server().on("/v1/models", Answer.json(200, "{\"data\":[{\"id\":\"open-model\"},{\"id\":\"other\"}]}"));

        assertThat(llm().supportedModels()).extracting(ModelInfo::id).containsExactly("open-model", "other");
    }
}
