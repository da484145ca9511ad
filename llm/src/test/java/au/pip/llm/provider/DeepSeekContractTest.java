package au.pip.llm.provider;

import java.util.Set;

class DeepSeekContractTest extends CompatibleContract {
    @Override
    public String provider() {
        return "deepseek";
    }

    /** A turn with calls is refused without its thinking, and this one was made elsewhere. */
    @Override
    protected String thinkingOfCalls() {
        return "\"reasoning_content\": \"\",";
    }

    /** No schema, which it answers 400 to: it stands in the prompt. */
    @Override
    public String everythingRequest() {
        return """
               {"model": "%s", "stream": true, %s,
                "temperature": 0.5, "stop": ["STOP"], "reasoning_effort": "low",
                "tools": [{"type": "function", "function": {"name": "get_balance",
                  "description": "The balance of an account",
                  "parameters": {"type": "object", "properties": {"account": {"type": "string"}}}}}],
                "tool_choice": "required",
                "response_format": {"type": "json_object"},
                "messages": [
                  {"role": "system", "content": "Reply with json that this JSON Schema allows: \
               {\\"type\\":\\"object\\",\\"properties\\":{\\"total\\":{\\"type\\":\\"string\\"}}}"},
                  {"role": "system", "content": "Be brief."},
                  {"role": "user", "content": [
                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,aW1n"}},
                    %s
                    {"type": "text", "text": "What is the total?"}]}]}
               """.formatted(model(), usualFields(), DOCUMENT);
    }

    @Override
    public boolean keepsBeginnings() {
        return true;
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("outputSchema", "promptCache");
    }
}
