package au.pip.llm.provider;

class OpenRouterContractTest extends CompatibleContract {
    @Override
    public String provider() {
        return "openrouter";
    }
}
