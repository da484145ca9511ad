package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.ProviderConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key goes to the provider and nowhere else. */
public interface SecretContract extends ContractSetting {
    String SECRET = "sk-very-secret-key";

    private ProviderConfig secretive() {
        return ProviderConfig.of(provider(), AuthConfig.apiKey(SECRET))
                .withDefaultModel(model())
                .withEndpoint(server().address());
    }

    private Answer echoing(int status) {
        return Answer.json(status, errorBody(status).replace("WORDS", words() + SECRET), "retry-after: 0");
    }

    /** What the provider says, told apart from what other servers say at the same time. */
    private String words() {
        return "WORDS of " + server().address().getPort() + " ";
    }

    @Test
    default void neverShowsTheKeyOrTheProvidersWords() {
        LlmProvider provider = create(secretive());

        for (int status : FailureContract.LEAVES.keySet()) {
            server().on(chatPath(), echoing(status));
            assertThat(failureOf(provider))
                    .hasMessageNotContaining(SECRET)
                    .hasMessageNotContaining("WORDS")
                    .hasNoCause();
        }
        for (String malformed : List.of("two words", "line\nbreak", "ключ")) {
            assertThatThrownBy(() -> provider.authenticate(AuthConfig.apiKey(malformed)))
                    .isInstanceOf(LlmException.Configuration.class)
                    .hasMessageNotContaining(malformed);
        }
    }

    @Test
    default void neverShowsTheKeyInATextForm() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));
        LlmProvider provider = create(secretive());

        try (ChatStream stream = provider.streamChat(HELLO, options())) {
            assertThat(List.of(
                            provider.toString(),
                            secretive().toString(),
                            stream.toString(),
                            stream.response().toString(),
                            provider.getUsage().toString()))
                    .noneMatch(text -> text.contains(SECRET));
        }
    }

    @Test
    @ResourceLock("the log")
    default void keepsTheKeyOutOfTheLog() {
        List<String> lines = logged(() -> {
            LlmProvider provider = create(secretive());
            for (int status : FailureContract.LEAVES.keySet()) {
                server().on(chatPath(), echoing(status));
                failureOf(provider);
            }
            server().on(chatPath(), reply(Piece.Text.of("Hi")));
            provider.chat(HELLO, options());
        });

        assertThat(lines).anyMatch(line -> line.contains(words())).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    @ResourceLock("the log")
    default void keepsTheValuesOfHeadersOutOfTheLog() {
        Map<String, String> headers =
                Map.of("X-Gateway", "gateway-secret", "X-Forwarded-Authorization", "Bearer secret-of-a-gateway");
        String echo = words() + "gateway-secret, secret-of-a-gateway";

        List<String> lines = logged(() -> {
            server().on(chatPath(), Answer.json(401, errorBody(401).replace("WORDS", echo)));
            failureOf(create(secretive().withHeaders(headers)));
        });

        assertThat(lines)
                .anyMatch(line -> line.contains(words()))
                .noneMatch(line -> line.contains("gateway-secret") || line.contains("secret-of"));
    }

    private static List<String> logged(Runnable work) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("au.pip.llm");
        Level level = logger.getLevel();
        Handler handler = recorder(lines);
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(level);
        }
        return lines;
    }

    private static Handler recorder(List<String> lines) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(new SimpleFormatter().format(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    default void doesNotCarryTheKeyToAnotherAddress(int status) {
        try (ByteServer elsewhere = ByteServer.start()) {
            server().on(
                            chatPath(),
                            Answer.of(status, "text/plain", "", "Location: " + elsewhere.address() + chatPath()));

            assertThat(failureOf(llm())).isInstanceOf(LlmException.WrongAddress.class);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    default void changesItsKeyForTheNextCall() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        llm().authenticate(AuthConfig.apiKey("other-key"));
        llm().chat(HELLO, options());

        assertThat(server().requests(chatPath()).getFirst().headers())
                .containsEntry(keyHeader().getKey(), keyHeader().getValue().replace(ProviderContract.KEY, "other-key"));
    }

    @Test
    default void asksForAKeyOnlyWhenAChatIsStarted() {
        LlmProvider keyless = create(ProviderConfig.of(provider(), new AuthConfig(AuthConfig.Method.API_KEY, Map.of()))
                .withDefaultModel(model())
                .withEndpoint(server().address()));

        if (needsKey()) {
            assertThat(keyless.isReady()).isFalse();
            assertThat(failureOf(keyless))
                    .isInstanceOf(LlmException.Configuration.class)
                    .hasMessageStartingWith("No key for " + provider() + ". Set ");
            assertThat(server().connections()).isZero();
        } else {
            server().on(chatPath(), reply(Piece.Text.of("Hi")));
            assertThat(keyless.chat(HELLO, options()).text()).isEqualTo("Hi");
        }
    }

    @Test
    default void neverShowsTheValueOfAHeaderAndTakesTheKeyOnce() {
        ProviderConfig config = secretive().withHeaders(Map.of("X-Gateway", "gateway-secret"));
        String name = keyHeader().getKey();

        assertThat(config.toString()).contains("X-Gateway").doesNotContain("gateway-secret");
        assertThatThrownBy(() -> create(secretive().withHeaders(Map.of(name, "gateway-secret"))))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("is given twice")
                .hasMessageNotContainingAny("gateway-secret", SECRET);
        assertThatThrownBy(() -> config.withHeaders(Map.of("X-Gateway", "gateway-secret\r\nX-Other: 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Gateway")
                .hasMessageNotContaining("gateway-secret");
        for (String unsendable : List.of("Host", "content-type", "Content-Length", "two words", "")) {
            assertThatThrownBy(() -> config.withHeaders(Map.of(unsendable, "x")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
