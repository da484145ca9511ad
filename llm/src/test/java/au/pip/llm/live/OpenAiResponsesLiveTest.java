package au.pip.llm.live;

class OpenAiResponsesLiveTest extends KeyedLiveContract {
    @Override
    String name() {
        return "openai";
    }

    @Override
    String api() {
        return "responses";
    }

    @Override
    String keyVariable() {
        return "OPENAI_API_KEY";
    }
}
