package au.pip.llm.provider;

class CustomContractTest extends CompatibleContract {
    @Override
    public String provider() {
        return "custom";
    }

    @Override
    public boolean needsKey() {
        return false;
    }
}
