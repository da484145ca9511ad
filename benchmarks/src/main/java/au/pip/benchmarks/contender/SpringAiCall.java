package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/** Streams with any of its models. */
final class SpringAiCall {
    private final ChatModel model;
    private final Function<Usage, Tokens> tokens;

    SpringAiCall(ChatModel model, Function<Usage, Tokens> tokens) {
        this.model = model;
        this.tokens = tokens;
    }

    Reply stream(FirstText firstText) throws ExecutionException, InterruptedException {
        Subscriber subscriber = new Subscriber(new TextWatch(firstText));
        model.stream(new Prompt(new SystemMessage(Contender.SYSTEM_PROMPT), new UserMessage(Contender.USER_PROMPT)))
                .subscribe(subscriber);
        return subscriber.over.get();
    }

    private final class Subscriber extends BaseSubscriber<ChatResponse> {
        private final CompletableFuture<Reply> over = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final TextWatch watch;
        private AssistantMessage.@Nullable ToolCall call;
        private @Nullable Tokens used;

        Subscriber(TextWatch watch) {
            this.watch = watch;
        }

        @Override
        protected void hookOnNext(ChatResponse response) {
            for (Generation generation : response.getResults()) {
                AssistantMessage message = generation.getOutput();
                String added = message.getText();
                if (added != null) {
                    watch.saw(added, this::cancel);
                    text.append(added);
                }
                if (message.hasToolCalls()) {
                    call = message.getToolCalls().getFirst();
                }
            }
            Usage usage = response.getMetadata().getUsage();
            if (usage.getTotalTokens() > 0) {
                used = tokens.apply(usage);
            }
        }

        @Override
        protected void hookOnError(Throwable failure) {
            over.completeExceptionally(failure);
        }

        @Override
        protected void hookFinally(SignalType type) {
            AssistantMessage.ToolCall made = call;
            Tokens counted = used;
            if (made == null || counted == null) {
                over.completeExceptionally(new IllegalStateException("ended by " + type + " before its end"));
            } else {
                over.complete(new Reply(text.toString(), made.name(), made.arguments(), counted));
            }
        }
    }
}
