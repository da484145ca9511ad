package au.pip.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.measure.Metric;
import au.pip.benchmarks.wire.Protocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingsTest {
    @Test
    void comparesWithinARoundSoThatASlowMachineCancelsOut() {
        Standings standings = standings(round(1, 4.0, 2.0), round(2, 4.4, 2.2), round(3, 3.6, 2.7));

        Figure ratio = standings.ratioToFloor(Entrant.PIP_ANTHROPIC, Metric.CPU);

        assertThat(ratio).isEqualTo(new Figure(0.5, 0.5, 0.75));
    }

    @Test
    void rejectsARoundInWhichTheFloorItselfWasOff() {
        Round off = round(3, 6.0, 1.0);
        Standings standings = standings(round(1, 4.0, 2.0), round(2, 4.1, 2.0), off);

        assertThat(standings.rejected()).containsExactly(off);
        assertThat(standings.figure(Entrant.PIP_ANTHROPIC, Metric.CPU).least()).isEqualTo(2.0);
    }

    @Test
    void keepsARoundThatWasSlowForAll() {
        Round slow = withOthers(round(3, 6.0, 3.0), 3.0, 6.1);
        Round floorOnly = withOthers(round(4, 6.0, 3.0), 2.0, 4.0);
        Standings standings = standings(
                withOthers(round(1, 4.0, 2.0), 2.0, 4.0),
                withOthers(round(2, 4.0, 2.0), 2.0, 4.0),
                slow,
                floorOnly,
                withOthers(round(5, 4.0, 2.0), 2.0, 4.0));

        assertThat(standings.accepted()).hasSize(4).contains(slow);
        assertThat(standings.rejected()).containsExactly(floorOnly);
    }

    private static Round withOthers(Round round, double langChain, double vendor) {
        round.add(Entrant.LANGCHAIN4J_ANTHROPIC, new Outcome(Map.of(Metric.CPU, langChain), List.of(), null));
        round.add(Entrant.ANTHROPIC_JAVA, new Outcome(Map.of(Metric.CPU, vendor), List.of(), null));
        return round;
    }

    @Test
    void oneWrongReplyVoidsAllRounds() {
        Round wrong = round(2, 4.0, 2.0);
        wrong.add(Entrant.PIP_ANTHROPIC, Outcome.parse(List.of("metric CPU 1.0", "wrong text of 3 characters")));
        Standings standings = standings(round(1, 4.0, 2.0), wrong);

        assertThat(standings.wrong(Entrant.PIP_ANTHROPIC)).isEqualTo("text of 3 characters");
        assertThat(standings.figure(Entrant.PIP_ANTHROPIC, Metric.CPU).isKnown())
                .isFalse();
        assertThat(standings.ratioToFloor(Entrant.PIP_ANTHROPIC, Metric.CPU).isKnown())
                .isFalse();
    }

    @Test
    void aFigureThatNobodyFoundIsUnknown() {
        assertThat(standings(round(1, 4.0, 2.0))
                        .figure(Entrant.PIP_ANTHROPIC, Metric.HEAP)
                        .isKnown())
                .isFalse();
    }

    private static Standings standings(Round... rounds) {
        return new Standings(Protocol.ANTHROPIC, List.of(rounds));
    }

    private static Round round(int number, double floorCpu, double pipCpu) {
        Round round = new Round(number, 0.1);
        round.add(Entrant.FLOOR_ANTHROPIC, new Outcome(Map.of(Metric.CPU, floorCpu), List.of(), null));
        round.add(Entrant.PIP_ANTHROPIC, new Outcome(Map.of(Metric.CPU, pipCpu), List.of(), null));
        return round;
    }
}
