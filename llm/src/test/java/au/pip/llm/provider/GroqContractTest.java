package au.pip.llm.provider;

class GroqContractTest extends CompatibleContract {
    @Override
    public String provider() {
        return "groq";
    }
}
