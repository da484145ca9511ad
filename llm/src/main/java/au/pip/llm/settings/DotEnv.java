package au.pip.llm.settings;

import au.pip.llm.LlmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: {@code NAME=value} lines, blank lines and {@code #} comments. {@code export} may stand before the
 * name. A value in single quotes is taken as it is; in double quotes {@code \n \r \t \" \\ \$} are escapes; a bare value
 * ends at the line's end or at a {@code #} after a blank. Nothing is expanded. The last line for a name counts.
 *
 * <p>Values are secrets: they are in no message and no text form.
 */
public final class DotEnv {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(?<value>.*)");
    private static final Pattern AFTER_QUOTE = Pattern.compile("\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Map<String, String> values;
    private final List<String> warnings;

    private DotEnv(Map<String, String> values, List<String> warnings) {
        this.values = values;
        this.warnings = warnings;
    }

    public static DotEnv empty() {
        return new DotEnv(Map.of(), List.of());
    }

    /**
     * Reads a file; a missing one is empty.
     *
     * @throws LlmException.Configuration when it cannot be read, or a line is malformed: the message names file and line,
     *     never its content
     */
    public static DotEnv load(Path file) {
        if (!Files.exists(file)) {
            return empty();
        }
        try {
            return new DotEnv(parse(file.toString(), Files.readString(file)), modeWarnings(file));
        } catch (IOException unreadable) {
            throw new LlmException.Configuration(
                    file + " cannot be read. Check that it is a UTF-8 text file that you may read.", "");
        }
    }

    private static List<String> modeWarnings(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return List.of();
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        return mode.equals(OWNER_ONLY)
                ? List.of()
                : List.of("%s has mode %s, but it holds secrets. Run: chmod 600 %s"
                        .formatted(file, PosixFilePermissions.toString(mode), file));
    }

    static Map<String, String> parse(String file, String content) {
        Map<String, String> values = new LinkedHashMap<>();
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            Matcher assignment = LINE.matcher(line);
            if (!assignment.matches()) {
                throw malformed(file, number, "is not NAME=value");
            }
            values.put(assignment.group("name"), value(file, number, assignment.group("value")));
        }
        return values;
    }

    private static String value(String file, int line, String raw) {
        if (raw.startsWith("'")) {
            return quoted(file, line, raw, raw.indexOf('\'', 1));
        }
        if (raw.startsWith("\"")) {
            return unescape(quoted(file, line, raw, closingQuote(raw)));
        }
        return COMMENT.matcher(raw).replaceFirst("").strip();
    }

    /** Not by a pattern: one with a choice in a loop overflows the stack over a long value, such as a private key. */
    private static int closingQuote(String raw) {
        int at = 1;
        while (at < raw.length() && raw.charAt(at) != '"') {
            at += raw.charAt(at) == '\\' ? 2 : 1;
        }
        return at < raw.length() ? at : -1;
    }

    private static String quoted(String file, int line, String raw, int end) {
        if (end < 0 || !AFTER_QUOTE.matcher(raw.substring(end + 1)).matches()) {
            throw malformed(file, line, "has a quote that is not closed, or text after it");
        }
        return raw.substring(1, end);
    }

    private static String unescape(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char current = text.charAt(at);
            if (current != '\\') {
                result.append(current);
                continue;
            }
            char escaped = text.charAt(++at);
            switch (escaped) {
                case 'n' -> result.append('\n');
                case 'r' -> result.append('\r');
                case 't' -> result.append('\t');
                case '"', '\\', '$' -> result.append(escaped);
                default -> result.append('\\').append(escaped);
            }
        }
        return result.toString();
    }

    private static LlmException.Configuration malformed(String file, int line, String why) {
        return new LlmException.Configuration(
                "%s, line %d, %s. Correct it, or begin it with # to leave it out.".formatted(file, line, why), "");
    }

    /** By name; unmodifiable. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** Sentences for the person who runs this. */
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public String toString() {
        return "DotEnv" + values.keySet();
    }
}
