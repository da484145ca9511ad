package au.pip.llm.protocol.openai;

import au.pip.llm.Effort;
import java.util.List;

/**
 * What differs between those that serve the Responses API.
 *
 * @param inlineDocuments whether a request may hold a document's bytes; otherwise it would have to be uploaded before
 * @param fewestOutputTokens the lowest limit of output that is taken
 * @param efforts the first that counts for a model counts
 */
public record ResponsesDialect(boolean inlineDocuments, int fewestOutputTokens, List<EffortRule> efforts) {
    /** OpenAI's own, by its OpenAPI document: {@code max_output_tokens} has a minimum of 16. */
    public static final ResponsesDialect OPENAI = new ResponsesDialect(true, 16, EffortRule.OPENAI);

    /** xAI's, by its guide to files: a file has an address or was uploaded. */
    public static final ResponsesDialect XAI = new ResponsesDialect(false, 1, EffortRule.XAI);

    public ResponsesDialect {
        efforts = List.copyOf(efforts);
    }

    String word(Effort effort, String model) {
        return EffortRule.find(efforts, model).word(effort);
    }
}
