package au.pip.assistant.node;

record SoleNode(String id) implements Node {
    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public boolean livesElsewhere(String node) {
        return false;
    }

    @Override
    public void awake() {
        // Nobody asks whether it lives.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
