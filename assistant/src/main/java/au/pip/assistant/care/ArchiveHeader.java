package au.pip.assistant.care;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where the rows of an {@link Archive} are from.
 *
 * @param version of the Pip that made it
 * @param from which kind of database: sqlite, postgresql or dynamodb
 * @param oneMoment whether the rows are those of one moment; otherwise of the time that the reading took
 */
public record ArchiveHeader(String version, Instant made, String from, boolean oneMoment) {
    /** When it was made, for people: to the second, in UTC. */
    public String madeInWords() {
        return made.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
