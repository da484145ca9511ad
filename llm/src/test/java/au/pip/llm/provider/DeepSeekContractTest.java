package au.pip.llm.provider;

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
}
