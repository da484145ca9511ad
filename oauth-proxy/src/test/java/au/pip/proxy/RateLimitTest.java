package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private Instant now = Instant.parse("2026-11-27T00:00:00Z");

    private static List<Network> one(String address) {
        return List.of(new Network(address, 1));
    }

    private static List<Network> inSite(String site, int network) {
        return List.of(new Network(site, 4), new Network(site + " " + network, 1));
    }

    @Test
    void givesEachAddressItsBurstAndThenItsPace() {
        RateLimit limit = new RateLimit(3, 0.5, 10, () -> now);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.wait(one("a"))).isZero();
        }
        assertThat(limit.wait(one("a"))).isEqualTo(2);
        assertThat(limit.wait(one("b"))).isZero();

        now = now.plusSeconds(2);
        assertThat(limit.wait(one("a"))).isZero();
        assertThat(limit.wait(one("a"))).isEqualTo(2);
        now = now.plusSeconds(3600);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.wait(one("a"))).isZero();
        }
        assertThat(limit.wait(one("a"))).isEqualTo(2);
    }

    @Test
    void doesNotForgetWhoFloodedWhenManyOthersCome() {
        RateLimit limit = new RateLimit(2, 0.5, 100, () -> now);
        assertThat(limit.wait(one("flood"))).isZero();
        assertThat(limit.wait(one("flood"))).isZero();

        long refused = 0;
        for (int i = 0; i < 50_000; i++) {
            refused += limit.wait(one("address " + i)) > 0 ? 1 : 0;
        }

        assertThat(limit.networks()).isEqualTo(100);
        assertThat(refused).isEqualTo(50_000 - 99 - 2);
        assertThat(limit.wait(one("flood"))).isPositive();
        now = now.plusSeconds(10);
        assertThat(limit.wait(one("a newcomer"))).isZero();
        assertThat(limit.networks()).isEqualTo(100);
    }

    @Test
    void makesNothingOfAClockThatGoesBack() {
        RateLimit limit = new RateLimit(1, 1, 10, () -> now);
        assertThat(limit.wait(one("a"))).isZero();
        now = now.minusSeconds(3600);
        assertThat(limit.wait(one("a"))).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(limit.wait(one("a"))).isZero();
    }

    @Test
    void givesASiteOfManyNetworksFourTimesWhatOneHas() {
        RateLimit limit = new RateLimit(3, 0.5, 1000, () -> now);

        long passed = 0;
        for (int i = 0; i < 600; i++) {
            passed += limit.wait(inSite("site", i)) == 0 ? 1 : 0;
        }

        assertThat(passed).isEqualTo(12);
        assertThat(limit.networks()).as("what is refused takes no room").isEqualTo(13);
        assertThat(limit.wait(inSite("another", 1))).isZero();
        assertThat(limit.wait(inSite("site", 700))).isEqualTo(1);
        now = now.plusSeconds(2);
        assertThat(limit.wait(inSite("site", 700))).isZero();
    }

    @Test
    void takesNothingFromASiteForWhatOneOfItsNetworksMayNot() {
        RateLimit limit = new RateLimit(3, 0.5, 1000, () -> now);

        for (int i = 0; i < 50; i++) {
            assertThat(limit.wait(inSite("site", 1))).isEqualTo(i < 3 ? 0 : 2);
        }

        assertThat(limit.wait(inSite("site", 2))).isZero();
    }
}
