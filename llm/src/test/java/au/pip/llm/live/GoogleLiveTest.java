package au.pip.llm.live;

class GoogleLiveTest extends KeyedLiveContract {
    @Override
    String name() {
        return "google";
    }

    @Override
    String keyVariable() {
        return "GEMINI_API_KEY";
    }
}
