package au.pip.agent;

import au.pip.llm.ChatResponse;
import au.pip.llm.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What one run has used of its limits. Of one thread. */
final class Allowance {
    /** The last answer is asked for while a fifth is left. */
    private static final int PARTS = 5;

    private final AgentLimits limits;
    private final OuterLimit outer;
    private final InstantSource clock;
    private final Instant start;
    private int rounds;
    private BigDecimal spent = BigDecimal.ZERO;

    Allowance(AgentLimits limits, OuterLimit outer, InstantSource clock) {
        this.limits = limits;
        this.outer = outer;
        this.clock = clock;
        this.start = clock.instant();
    }

    void used(ChatResponse response) {
        rounds++;
        Cost cost = response.cost();
        if (cost != null) {
            spent = spent.add(cost.usd());
        }
    }

    /** Rounds never run out: the last one has to be the answer. */
    boolean isOutOfTime() {
        return took().compareTo(limits.time()) > 0;
    }

    /** Why the next reply has to be the answer; null while there is enough for more. */
    @Nullable
    String shortage() {
        if (rounds == 0) {
            return null;
        }
        if (spent.compareTo(most(limits.money())) >= 0) {
            return "It was about to cost more than US$%s."
                    .formatted(limits.money().toPlainString());
        }
        if (took().multipliedBy(PARTS).compareTo(limits.time().multipliedBy(PARTS - 1L)) >= 0) {
            return "It was about to take longer than %s.".formatted(words(limits.time()));
        }
        return rounds >= limits.rounds() - 1
                ? "It took more than %d rounds of looking things up.".formatted(limits.rounds() - 1)
                : outer.shortage().orElse(null);
    }

    private static BigDecimal most(BigDecimal money) {
        return money.multiply(BigDecimal.valueOf(PARTS - 1L)).divide(BigDecimal.valueOf(PARTS));
    }

    private Duration took() {
        return Duration.between(start, clock.instant());
    }

    static String words(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
