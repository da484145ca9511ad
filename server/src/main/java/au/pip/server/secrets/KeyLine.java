package au.pip.server.secrets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as the key file has it.
 *
 * @param retired when another took its place; null for the one in force
 * @param wrapping the {@link Wrapping#word} of how it is written
 */
record KeyLine(String id, Instant made, @Nullable Instant retired, String wrapping, KeyBytes written) {
    KeyLine retiredAt(Instant now) {
        return retired == null ? new KeyLine(id, made, now, wrapping, written) : this;
    }
}
