package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionUsage;
import java.net.URI;

final class OpenAiJavaChat implements Contender {
    private final OpenAIClient client;
    private final String model;

    OpenAiJavaChat(Protocol protocol, URI server) {
        client =
                OpenAIOkHttpClient.builder().baseUrl(server + "/v1").apiKey(KEY).build();
        model = protocol.model();
    }

    @Override
    public Reply stream(FirstText firstText) {
        ChatCompletionCreateParams request = ChatCompletionCreateParams.builder()
                .model(model)
                .addSystemMessage(SYSTEM_PROMPT)
                .addUserMessage(USER_PROMPT)
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
        TextWatch watch = new TextWatch(firstText);
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(request)) {
            chunks.stream().forEach(chunk -> {
                for (ChatCompletionChunk.Choice choice : chunk.choices()) {
                    watch.saw(choice.delta().content().orElse(""), chunks::close);
                }
                accumulator.accumulate(chunk);
            });
        }
        return reply(accumulator.chatCompletion());
    }

    private static Reply reply(ChatCompletion completion) {
        ChatCompletionMessage message = completion.choices().getFirst().message();
        ChatCompletionMessageFunctionToolCall.Function function =
                message.toolCalls().orElseThrow().getFirst().asFunction().function();
        CompletionUsage usage = completion.usage().orElseThrow();
        return new Reply(
                message.content().orElse(""),
                function.name(),
                function.arguments(),
                new Tokens(
                        usage.promptTokens(),
                        usage.promptTokensDetails().orElseThrow().cachedTokens().orElseThrow(),
                        usage.completionTokens()));
    }

    @Override
    public void close() {
        client.close();
    }
}
