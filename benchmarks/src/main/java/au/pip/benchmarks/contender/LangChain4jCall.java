package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Streams with any of its models. A cancelled reply tells its handler nothing more, so the waiting is ended here. */
final class LangChain4jCall {
    private final StreamingChatModel model;
    private final Function<ChatResponse, Tokens> tokens;

    LangChain4jCall(StreamingChatModel model, Function<ChatResponse, Tokens> tokens) {
        this.model = model;
        this.tokens = tokens;
    }

    Reply stream(FirstText firstText) throws ExecutionException, InterruptedException {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        TextWatch watch = new TextWatch(firstText);
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(Contender.SYSTEM_PROMPT), UserMessage.from(Contender.USER_PROMPT))
                .build();
        model.chat(request, new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
                watch.saw(partial.text(), () -> {
                    context.streamingHandle().cancel();
                    whole.cancel(false);
                });
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
            }

            @Override
            public void onError(Throwable failure) {
                whole.completeExceptionally(failure);
            }
        });
        return reply(whole.get());
    }

    private Reply reply(ChatResponse response) {
        ToolExecutionRequest call = response.aiMessage().toolExecutionRequests().getFirst();
        return new Reply(response.aiMessage().text(), call.name(), call.arguments(), tokens.apply(response));
    }
}
