package au.pip.llm.http;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @RepeatedTest(20)
    void doublesTheWaitAndSpreadsIt() {
        RetryPolicy policy = new RetryPolicy(2, Duration.ofMillis(400), Duration.ofSeconds(20));

        assertThat(policy.delay(1, null)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(policy.delay(2, null)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        assertThat(policy.delay(3, null)).isNull();
    }

    @Test
    void waitsAsLongAsItIsAskedUpToALimit() {
        assertThat(RetryPolicy.DEFAULTS.delay(1, Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(20));
        assertThat(RetryPolicy.DEFAULTS.delay(1, Duration.ofSeconds(21))).isNull();
    }

    @Test
    void readsSecondsMillisecondsAndDates() {
        assertThat(RetryAfter.of(null, "7", NOW)).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.of(null, "0.5", NOW)).isEqualTo(Duration.ofMillis(500));
        assertThat(RetryAfter.of("250", "7", NOW)).isEqualTo(Duration.ofMillis(250));
        assertThat(RetryAfter.of(null, "Mon, 23 Nov 2026 00:01:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.of(null, "Sun, 22 Nov 2026 00:01:00 GMT", NOW)).isZero();
    }

    @Test
    void takesNonsenseForNothing() {
        assertThat(RetryAfter.of("-1", null, NOW)).isNull();
        assertThat(RetryAfter.of(null, "soon", NOW)).isNull();
        assertThat(RetryAfter.of(null, null, NOW)).isNull();
    }
}
