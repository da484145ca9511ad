package au.pip.llm.live;

class OpenAiChatLiveTest extends KeyedLiveContract {
    @Override
    String name() {
        return "openai";
    }

    @Override
    String api() {
        return "chat";
    }

    @Override
    String keyVariable() {
        return "OPENAI_API_KEY";
    }
}
