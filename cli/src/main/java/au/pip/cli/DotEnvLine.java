package au.pip.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a {@code .env} file, in the forms that the server takes: {@code NAME=value}, perhaps after
 * {@code export}, in quotes, or with a comment behind. Values with escapes are none that a client needs.
 */
final class DotEnvLine {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(?:'(?<single>[^']*)'|\"(?<double>[^\"]*)\"|(?<bare>[^#\\s]*))\\s*(?:#.*)?");

    private DotEnvLine() {}

    /**
     * The value of the last line for a name; null without one, when it is blank, or when there is no such file.
     *
     * @throws CliException of bad usage when the file cannot be read
     */
    static @Nullable String last(Path file, String name) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            String found = null;
            for (String line :
                    Files.readString(file).replaceFirst("^\uFEFF", "").lines().toList()) {
                Matcher form = FORM.matcher(line);
                if (form.matches() && name.equals(form.group("name"))) {
                    found = value(form);
                }
            }
            return found == null || found.isBlank() ? null : found.strip();
        } catch (IOException unreadable) {
            throw new CliException(
                    CliException.BAD_USAGE,
                    ".env here cannot be read, and may name the server's port: make it readable, set " + name
                            + ", or name the server with --server.",
                    unreadable);
        }
    }

    private static @Nullable String value(Matcher form) {
        String single = form.group("single");
        String quoted = single == null ? form.group("double") : single;
        return quoted == null ? form.group("bare") : quoted;
    }
}
