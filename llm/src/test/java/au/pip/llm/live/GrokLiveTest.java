package au.pip.llm.live;

class GrokLiveTest extends KeyedLiveContract {
    @Override
    String name() {
        return "grok";
    }

    @Override
    String keyVariable() {
        return "XAI_API_KEY";
    }
}
