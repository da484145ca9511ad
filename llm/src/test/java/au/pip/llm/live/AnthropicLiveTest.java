package au.pip.llm.live;

class AnthropicLiveTest extends KeyedLiveContract {
    @Override
    String name() {
        return "anthropic";
    }

    @Override
    String keyVariable() {
        return "ANTHROPIC_API_KEY";
    }
}
