package au.pip.benchmarks.measure;

import au.pip.benchmarks.contender.Entrant;
import java.util.List;

/**
 * What a worker is to measure.
 *
 * @param endurance the crowd of 5,000 and the leak check instead of the usual measures
 * @param startedNanos when its process was started, by {@link System#nanoTime}, which all processes of a Linux machine
 *     share
 */
public record Assignment(
        Entrant entrant, boolean quick, boolean endurance, int port, int controlPort, long startedNanos) {
    public List<String> arguments() {
        return List.of(
                entrant.name(),
                Boolean.toString(quick),
                Boolean.toString(endurance),
                Integer.toString(port),
                Integer.toString(controlPort),
                Long.toString(startedNanos));
    }

    static Assignment parse(String[] arguments) {
        return new Assignment(
                Entrant.valueOf(arguments[0]),
                Boolean.parseBoolean(arguments[1]),
                Boolean.parseBoolean(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Long.parseLong(arguments[5]));
    }

    Workload workload() {
        return quick ? Workload.QUICK : Workload.FULL;
    }
}
