package au.pip.llm.contract;

import au.pip.llm.AuthConfig;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ProviderConfig.Timeouts;
import au.pip.llm.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What each provider that is reached over HTTP must do. A subclass says with {@link WireSample}'s methods how the
 * provider's bytes look; all tests are inherited.
 */
public abstract class ProviderContract
        implements WireSample,
                ReplyContract,
                ToolCallContract,
                StreamFormContract,
                RequestContract,
                HistoryContract,
                UsageContract,
                FailureContract,
                RetryContract,
                TimeoutContract,
                CancelContract,
                ConnectionContract,
                SecretContract {
    /** What each provider of the suite is made with. */
    public static final String KEY = "test-key";

    private ByteServer server;
    private LlmProvider provider;

    @BeforeEach
    void startServer() {
        server = ByteServer.start();
        provider = create(configuration());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Override
    public ByteServer server() {
        return server;
    }

    @Override
    public LlmProvider llm() {
        return provider;
    }

    /** The rows of the factory; a subclass in another module may add its own. */
    protected LlmProviders providers() {
        return new LlmProviders(LlmProviders.standard());
    }

    @Override
    public ProviderConfig configuration() {
        return ProviderConfig.of(provider(), AuthConfig.apiKey(KEY))
                .withDefaultModel(model())
                .withEndpoint(server.address())
                .withRetry(new RetryPolicy(2, Duration.ofMillis(20), RetryPolicy.DEFAULTS.longestWait()))
                .withTimeouts(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    @Override
    public LlmProvider create(Timeouts timeouts) {
        return create(configuration().withTimeouts(timeouts));
    }

    /** Which of the provider's APIs is meant; null for its usual one. */
    protected @Nullable String api() {
        return null;
    }

    @Override
    public LlmProvider create(ProviderConfig config) {
        return providers().create(config.withApi(api()));
    }

    @Override
    public Answer reply(Piece... pieces) {
        return Answer.stream(contentType())
                .writeAll(frames(List.of(pieces), ReplyContract.INPUT, ReplyContract.OUTPUT))
                .end();
    }
}
