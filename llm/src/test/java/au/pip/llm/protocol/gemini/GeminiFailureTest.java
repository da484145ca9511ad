package au.pip.llm.protocol.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.protocol.Failure;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiFailureTest {
    private final GeminiProtocol protocol = new GeminiProtocol();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|INVALID_ARGUMENT|API key expired. Please renew the API key.|BAD_CREDENTIALS",
                "400|INVALID_ARGUMENT|Request payload size exceeds the limit: 20971520 bytes.|TOO_LONG",
                "400|INVALID_ARGUMENT|Please use a valid role: user, model.|BAD_REQUEST",
                "400|FAILED_PRECONDITION|User location is not supported for the API use.|NOT_ALLOWED",
                "400|FAILED_PRECONDITION|Please enable billing on your project.|MONEY",
                "403|PERMISSION_DENIED|Your API key was reported as leaked.|BAD_CREDENTIALS",
                "429|RESOURCE_EXHAUSTED|You exceeded your current quota, please check your plan.|RATE_LIMIT",
                "429|RESOURCE_EXHAUSTED|Your prepayment credits are depleted.|MONEY",
                "504|DEADLINE_EXCEEDED|The request took too long.|SERVER",
                "500|BRAND_NEW|odd|SERVER",
                "418|BRAND_NEW|odd|BAD_REQUEST"
            })
    void sortsErrorsByStatusAndWords(int status, String name, String words, Failure.Kind kind) {
        String error = "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}".formatted(status, words, name);

        assertThat(protocol.parseFailure(status, error.getBytes(UTF_8)).kind()).isEqualTo(kind);
        assertThat(protocol.parseFailure(status, ("[" + error + "]").getBytes(UTF_8))
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"error\":\"x\"}", "<html>"})
    void sortsWhatIsNotItsOwnByTheStatus(String body) {
        assertThat(protocol.parseFailure(503, body.getBytes(UTF_8)).kind()).isEqualTo(Failure.Kind.OVERLOADED);
    }

    @ParameterizedTest
    @CsvSource({"17s,17000", "0.5s,500", "36.429760048s,36429", "soon,", "-3s,"})
    void readsTheWaitThatABodyAsksFor(String delay, Long milliseconds) {
        String error =
                "{\"error\":{\"status\":\"UNAVAILABLE\",\"details\":[7,{\"retryDelay\":\"%s\"}]}}".formatted(delay);

        assertThat(protocol.parseFailure(503, error.getBytes(UTF_8)).retryAfter())
                .isEqualTo(milliseconds == null ? null : Duration.ofMillis(milliseconds));
    }
}
