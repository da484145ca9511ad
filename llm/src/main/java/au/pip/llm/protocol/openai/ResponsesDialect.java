package au.pip.llm.protocol.openai;

import au.pip.llm.Effort;
import java.util.List;

/**
 * What differs between those that serve the Responses API.
 *
 * @param inlineDocuments whether a request may hold a document's bytes; otherwise it would have to be uploaded before
 * @param fewestOutputTokens the lowest limit of output that is taken
 * @param listsModels whether its models are not in the catalogue: {@code GET /v1/models} lists them
 * @param efforts the first that counts for a model counts
 */
public record ResponsesDialect(
        boolean inlineDocuments, int fewestOutputTokens, boolean listsModels, List<EffortRule> efforts) {
    /** OpenAI's own, by its OpenAPI document: {@code max_output_tokens} has a minimum of 16. */
    public static final ResponsesDialect OPENAI = new ResponsesDialect(true, 16, false, EffortRule.OPENAI);

    /** xAI's, by its guide to files: a file has an address or was uploaded. */
    public static final ResponsesDialect XAI = new ResponsesDialect(false, 1, false, EffortRule.XAI);

    /** What vLLM, Ollama, LM Studio and gateways that copy OpenAI's make of it: without a memory, as it is used here. */
    public static final ResponsesDialect COMPATIBLE =
            new ResponsesDialect(true, 1, true, List.of(EffortRule.of(".*", "none", EffortRule.Tools.FREELY)));

    public ResponsesDialect {
        efforts = List.copyOf(efforts);
    }

    String word(Effort effort, String model) {
        return EffortRule.find(efforts, model).word(effort);
    }
}
