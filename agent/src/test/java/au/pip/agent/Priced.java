package au.pip.agent;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Usage;
import au.pip.llm.UsageMetrics;
import au.pip.sandbox.model.ScriptedModel;
import java.math.BigDecimal;
import java.util.List;

/** Another model, each of whose replies costs so many US dollars. */
record Priced(ScriptedModel model, BigDecimal price) implements LlmProvider {
    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        return new Reply(model.streamChat(messages, options), price);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<ModelInfo> supportedModels() {
        return model.supportedModels();
    }

    @Override
    public String defaultModel() {
        return model.defaultModel();
    }

    @Override
    public void authenticate(AuthConfig auth) {
        model.authenticate(auth);
    }

    @Override
    public boolean isReady() {
        return model.isReady();
    }

    @Override
    public UsageMetrics getUsage() {
        return model.getUsage();
    }

    private record Reply(ChatStream stream, BigDecimal price) implements ChatStream {
        @Override
        public boolean hasNext() {
            return stream.hasNext();
        }

        @Override
        public ChatEvent next() {
            return stream.next();
        }

        @Override
        public ChatResponse response() {
            ChatResponse free = stream.response();
            return new ChatResponse(
                    free.provider(),
                    free.model(),
                    free.message(),
                    free.stopReason(),
                    free.usage(),
                    new Cost(price, "test"),
                    free.warnings(),
                    free.timing(),
                    free.requestId());
        }

        @Override
        public Usage usage() {
            return stream.usage();
        }

        @Override
        public Cost cost() {
            return new Cost(price, "test");
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
