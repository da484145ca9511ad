package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.measure.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What Pip sets out to reach in a figure.
 *
 * @param bound a multiple of the other's figure; the figure itself for {@link Against#NOBODY}
 */
record Aim(Metric metric, Against against, double bound) {
    enum Against {
        FLOOR("the floor"),
        LANGCHAIN4J("LangChain4j"),
        OPENAI_JAVA("openai-java"),
        NOBODY("");

        private final String title;

        Against(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** The one of the same protocol that is meant; nobody when none takes part. */
        Optional<Entrant> rivalOf(Entrant entrant) {
            return Entrant.of(entrant.protocol()).stream().filter(this::isMeant).findFirst();
        }

        private boolean isMeant(Entrant other) {
            return switch (other.library()) {
                case FLOOR -> this == FLOOR;
                case LANGCHAIN4J_ANTHROPIC, LANGCHAIN4J_OPENAI -> this == LANGCHAIN4J;
                case OPENAI_JAVA -> this == OPENAI_JAVA;
                case PIP, ANTHROPIC_JAVA, SPRING_AI_ANTHROPIC, SPRING_AI_OPENAI -> false;
            };
        }
    }

    static final List<Aim> ROUNDS = List.of(
            new Aim(Metric.CPU, Against.FLOOR, 1.0),
            new Aim(Metric.CPU, Against.LANGCHAIN4J, 0.7),
            new Aim(Metric.ALLOCATION, Against.FLOOR, 0.5),
            new Aim(Metric.ALLOCATION, Against.OPENAI_JAVA, 0.15),
            new Aim(Metric.FIRST_TEXT, Against.FLOOR, 1.05),
            new Aim(Metric.FIRST_TEXT_PACED, Against.FLOOR, 1.05),
            new Aim(Metric.CHUNKS, Against.FLOOR, 1.0),
            new Aim(Metric.HEAP, Against.FLOOR, 1.0),
            new Aim(Metric.COLD, Against.LANGCHAIN4J, 0.35),
            new Aim(Metric.CANCEL_P99, Against.NOBODY, 50));

    static final List<Aim> ENDURANCE = List.of(
            new Aim(Metric.THREADS_5000, Against.NOBODY, 40),
            new Aim(Metric.SOCKETS_LEFT, Against.NOBODY, 0),
            new Aim(Metric.HEAP_LEFT, Against.NOBODY, 1.05));

    /** Whether it says anything of the entrant: the one it is compared with takes part on the same wire. */
    boolean concerns(Entrant entrant) {
        return against == Against.NOBODY || against.rivalOf(entrant).isPresent();
    }

    boolean isMetBy(double value) {
        return metric.moreIsBetter() ? value >= bound : value <= bound;
    }

    /** How far a value misses it, in hundredths of the bound. */
    double missedByPercent(double value) {
        return bound == 0 ? 100 : Math.abs(value / bound - 1) * 100;
    }
}
