package au.pip.llm.settings;

import au.pip.llm.LlmException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name: the environment's, else the {@code .env} file's. A blank value counts as not set. Its text form shows
 * no values.
 */
public final class Settings {
    private final Map<String, String> environment;
    private final DotEnv file;

    public Settings(Map<String, String> environment, DotEnv file) {
        this.environment = Map.copyOf(environment);
        this.file = file;
    }

    /**
     * The process's environment over a {@code .env} file, which may be missing.
     *
     * @throws LlmException.Configuration when the file is malformed
     */
    public static Settings load(Path dotEnv) {
        return new Settings(System.getenv(), DotEnv.load(dotEnv));
    }

    /** These settings without those whose names begin so. */
    public Settings without(String prefix) {
        Map<String, String> rest = new HashMap<>(file.values());
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                rest.put(name, value);
            }
        });
        rest.keySet().removeIf(name -> name.startsWith(prefix));
        return new Settings(rest, DotEnv.empty());
    }

    /** The value without blanks around it; null when it is not set. */
    public @Nullable String get(String name) {
        String own = environment.get(name);
        String value = own == null || own.isBlank() ? file.values().get(name) : own;
        return value == null || value.isBlank() ? null : value.strip();
    }

    public String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    /** @throws LlmException.Configuration when it is set, but no whole number; the message names it without its value */
    public int getInt(String name, int otherwise) {
        String value = get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException notNumber) {
            throw new LlmException.Configuration(name + " must be a whole number.", "");
        }
    }

    /** @throws LlmException.Configuration when it is set, but neither true nor false (or yes, no, on, off, 1, 0) */
    public boolean getBoolean(String name, boolean otherwise) {
        String value = get(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new LlmException.Configuration(name + " must be true or false.", "");
        };
    }

    /** Sentences for the person who runs this. */
    public List<String> warnings() {
        return file.warnings();
    }

    @Override
    public String toString() {
        return "Settings[" + file + "]";
    }
}
