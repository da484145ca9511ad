package au.pip.llm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A provider that wants a key. */
abstract class KeyedLiveContract extends LiveContract {
    private static final String WRONG_KEY = "a-key-that-nobody-was-given-0000";

    /** The vendor's own variable. */
    abstract String keyVariable();

    @Override
    @Nullable
    String missing(ProviderConfig config) {
        return config.auth().key() == null ? keyVariable() + " is not set" : null;
    }

    @Test
    void saysThatTheKeyIsWrong() {
        LlmProvider stranger = create(config().withAuth(AuthConfig.apiKey(WRONG_KEY)));

        LlmException failure = catchThrowableOfType(
                LlmException.class,
                () -> stranger.chat(
                        List.of(Message.user("Hello!")), ChatOptions.defaults().withMaxOutputTokens(16)));

        assertThat(failure).isInstanceOf(LlmException.Authentication.class).hasMessageNotContaining(WRONG_KEY);
        assertThat(failure.origin().status()).isBetween(400, 403);
        assertThat(stranger.getUsage().byModel()).isEmpty();
    }
}
