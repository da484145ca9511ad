package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private Instant now = Instant.parse("2026-11-27T00:00:00Z");

    @Test
    void givesEachAddressItsBurstAndThenItsPace() {
        RateLimit limit = new RateLimit(3, 0.5, 10, () -> now);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.wait("a")).isZero();
        }
        assertThat(limit.wait("a")).isEqualTo(2);
        assertThat(limit.wait("b")).isZero();

        now = now.plusSeconds(2);
        assertThat(limit.wait("a")).isZero();
        assertThat(limit.wait("a")).isEqualTo(2);
        now = now.plusSeconds(3600);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.wait("a")).isZero();
        }
        assertThat(limit.wait("a")).isEqualTo(2);
    }

    @Test
    void doesNotForgetWhoFloodedWhenManyOthersCome() {
        RateLimit limit = new RateLimit(2, 0.5, 100, () -> now);
        assertThat(limit.wait("flood")).isZero();
        assertThat(limit.wait("flood")).isZero();

        long refused = 0;
        for (int i = 0; i < 50_000; i++) {
            refused += limit.wait("address " + i) > 0 ? 1 : 0;
        }

        assertThat(limit.addresses()).isEqualTo(100);
        assertThat(refused).isEqualTo(50_000 - 99 - 2);
        assertThat(limit.wait("flood")).isPositive();
        now = now.plusSeconds(10);
        assertThat(limit.wait("a newcomer")).isZero();
        assertThat(limit.addresses()).isEqualTo(100);
    }

    @Test
    void makesNothingOfAClockThatGoesBack() {
        RateLimit limit = new RateLimit(1, 1, 10, () -> now);
        assertThat(limit.wait("a")).isZero();
        now = now.minusSeconds(3600);
        assertThat(limit.wait("a")).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(limit.wait("a")).isZero();
    }
}
